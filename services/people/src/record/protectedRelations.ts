import { readBatch, type RequestContext } from "@corespond/kit";

import { ConsentCategory, ConsentRegime } from "../consent/consent.enums";
import { noteRegime, type ConsentScope } from "../consent/consentNotice";
import type { ProtectedRelation, ProtectedProgram } from "../ports/referrals.port";

/** The law of each kind of protected program, and what a consent to telling of it covers. */
const consentTo = {
  PART_2: { regime: ConsentRegime.PART_2, category: ConsentCategory.SUBSTANCE_USE },
  VICTIM_SERVICES: { regime: ConsentRegime.VICTIM_RELEASE, category: ConsentCategory.VICTIM_SERVICES },
} as const satisfies Readonly<Record<ProtectedProgram, object>>;

/** Why a record may not be shown without a notice, and the consent that names the viewer. */
interface Protection {
  readonly program: ProtectedProgram;
  readonly consent: ConsentScope | null;
}

/** What this request has learned, by record. */
const learned = new WeakMap<RequestContext, Map<string, readonly Protection[]>>();

type NamedConsent = ConsentScope &
  Record<string, unknown> & { readonly recordId: string; readonly regimes: readonly ConsentRegime[] };

/** More consents in force on one record for one organization than these are nobody's. */
const mostPerRecord = 10;

/**
 * Learns which records a provider knows through a protected program: who the person is says that they are treated there
 * (42 CFR 2.12). With each goes the consent in force that names the viewer's organization.
 */
export async function learnProtected(context: RequestContext, relations: readonly ProtectedRelation[]): Promise<void> {
  if (relations.length === 0) return;
  const consents = await readBatch<NamedConsent>(context, {
    name: "people.consent.ofProtected",
    text: `SELECT id, record_id AS "recordId", regimes, categories, expires_at AS "expiresAt" FROM consents_for($1, NULL, $2)`,
    values: [relations.map(({ recordId }) => recordId), relations.length * mostPerRecord],
  });
  const known = learned.get(context) ?? new Map<string, readonly Protection[]>();
  learned.set(context, known);
  for (const { recordId, programs } of relations) {
    const protections = programs.map((program): Protection => {
      const { regime, category } = consentTo[program];
      const named = consents.find(
        (consent) =>
          consent.recordId === recordId && consent.regimes.includes(regime) && consent.categories.includes(category),
      );
      return { program, consent: named ?? null };
    });
    known.set(recordId, protections);
  }
}

/** Has the notices that these records must not be shown without accompany the answer. */
export function noteProtected(context: RequestContext, recordIds: readonly string[]): void {
  const known = learned.get(context);
  for (const recordId of known ? recordIds : [])
    for (const { program, consent } of known?.get(recordId) ?? [])
      noteRegime(context, consentTo[program].regime, consent);
}
