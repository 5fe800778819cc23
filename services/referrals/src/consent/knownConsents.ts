import { defineLoader, loadMany, type RequestContext } from "@corespond/kit";

import { consentsFor, type ConsentFact } from "../ports/people.port";

/** What this request has learned, by record. */
const learned = new WeakMap<RequestContext, Map<string, readonly ConsentFact[]>>();

/** The consents in force that speak for the viewer, by record. Without an answer there are none: nothing is opened. */
const consentsOfRecord = defineLoader<string, readonly ConsentFact[]>(
  "referrals.consent.ofRecord",
  async (context, recordIds) => {
    const found = await answered(context, { recordIds });
    return recordIds.map((id) => found.filter(({ recordId }) => recordId === id));
  },
);

/** Asks people which consents speak for the viewer, once for all records of a batch, before views are made of them. */
export async function learnConsents(context: RequestContext, recordIds: readonly string[]): Promise<void> {
  if (recordIds.length === 0) return;
  const ids = [...new Set(recordIds)];
  const found = await loadMany(context, consentsOfRecord, ids);
  const known = learned.get(context) ?? new Map<string, readonly ConsentFact[]>();
  ids.forEach((id, number) => known.set(id, found[number] ?? []));
  learned.set(context, known);
}

/** The consent, among those learned, that covers a kind of data of a record under a law; null where none does. */
export function knownConsent(
  context: RequestContext,
  recordId: string,
  { regime, category }: { readonly regime: string; readonly category: string },
): ConsentFact | null {
  const known = learned.get(context)?.get(recordId) ?? [];
  return known.find(({ regimes, categories }) => regimes.includes(regime) && categories.includes(category)) ?? null;
}

/** Asks people; a question that finds nobody at home is answered as if there were no consent. */
export async function answered(
  context: RequestContext,
  asked: { readonly recordIds?: readonly string[]; readonly categories?: readonly string[] },
): Promise<readonly ConsentFact[]> {
  return await context.ports.ask(consentsFor, asked).catch((error: unknown) => {
    context.log.warn({ err: error }, "the people slice named no consents; the viewer sees what needs none");
    return [];
  });
}
