import { readBatch, Role, uuidKeys, type RequestContext } from "@corespond/kit";

import { newestRelated, relatedAmong, type Relations } from "../ports/referrals.port";
import { learnProtected } from "./protectedRelations";
import { isOneOf, relatedRoles, welfareRoles } from "./viewerRoles";

/** What a loader is about to read. */
export interface Wanted {
  readonly personIds?: readonly string[];
  readonly recordIds?: readonly string[];
  readonly consentIds?: readonly string[];
}

/** The questions that a request has asked already, by record id: who needs the same answer waits for the same question. */
const questions = new WeakMap<RequestContext, Map<string, Promise<void>>>();

/**
 * Has the referrals slice say which of the wanted records the viewer may see by a relation, before they are read. All
 * records of the persons concerned are asked about, not only those named, so that a person looks the same whichever
 * way it was reached.
 */
export async function grantRelated(context: RequestContext, wanted: Wanted): Promise<void> {
  if (!isOneOf(context.viewer.role, relatedRoles)) return;
  const asked = questions.get(context) ?? new Map<string, Promise<void>>();
  questions.set(context, asked);
  const concerned = await recordsConcerned(context, wanted, asked);
  const fresh = concerned.filter((id) => !asked.has(id));
  if (fresh.length > 0) {
    const question = grant(context, () => relatedAmong(context, fresh));
    for (const id of fresh) asked.set(id, question);
  }
  await Promise.all(concerned.flatMap((id) => asked.get(id) ?? []));
}

/** Grants what a search may find beyond the agencies that the viewer serves: the 1,000 newest records related to them. */
export async function grantNewestRelated(context: RequestContext): Promise<void> {
  if (isOneOf(context.viewer.role, welfareRoles)) await grant(context, () => newestRelated(context));
}

/**
 * A provider's sight rests on the relation alone, so without an answer there is an error, never an empty list. Welfare
 * roles keep the records of the agencies that they serve.
 */
async function grant(context: RequestContext, ask: () => Promise<Relations>): Promise<void> {
  try {
    const { recordIds, protectedRelations } = await ask();
    context.grants.allow("records", [...new Set([...(context.grants.allowed("records") ?? []), ...recordIds])]);
    await learnProtected(context, protectedRelations);
  } catch (error) {
    if (context.viewer.role === Role.PROVIDER) throw error;
    context.log.warn(
      { err: error },
      "the referrals slice gave no relations; the viewer sees served agencies' records only",
    );
  }
}

/** A record that was asked about before was so with all records of its person: then there is nothing to look up. */
async function recordsConcerned(
  context: RequestContext,
  wanted: Wanted,
  asked: ReadonlyMap<string, unknown>,
): Promise<readonly string[]> {
  const { personIds = [], recordIds = [], consentIds = [] } = wanted;
  const unknownRecordIds = uuidKeys(recordIds).filter((id) => !asked.has(id));
  const known = uuidKeys(recordIds).filter((id) => asked.has(id));
  if (personIds.length + consentIds.length + unknownRecordIds.length === 0) return known;
  const rows = await readBatch<{ recordId: string }>(context, {
    name: "people.record.concerned",
    text: `SELECT record_id AS "recordId" FROM records_concerned($1, $2, $3)`,
    values: [uuidKeys(personIds), unknownRecordIds, uuidKeys(consentIds)],
  });
  return [...known, ...rows.map(({ recordId }) => recordId)];
}
