import { defineLoader, readBatch, type RequestContext, uuidKeys } from "@corespond/kit";

import { grantedLoader } from "../record/grantedLoader";
import { recordVisible } from "../record/record.policy";
import { type PlanRow, viewCrisisPlan } from "./crisisPlan.policy";
import type { CrisisPlan } from "./crisisPlan.type";

const mostEntries = 50;

/** The plan of a person, from the records that the viewer may see; null for whom the viewer does not know. */
export const crisisPlanOfPerson = grantedLoader(
  defineLoader<string, CrisisPlan>("people.crisisPlan.ofPerson", (context, personIds) =>
    plans(context, personIds, {
      name: "people.crisisPlan.ofPerson",
      records: `SELECT asked.id AS key, r.id AS record_id
        FROM golden_ids($1) asked JOIN person_record r ON r.person_id = asked.person_id
        WHERE ${recordVisible({ recordId: "r.id", sourceAgencyId: "r.source_agency_id" })}`,
    }),
  ),
  (personIds) => ({ personIds }),
);

/** The plan that a disclosure shows to who asked for it, while it holds; null before, after, and for everybody else. */
export const disclosedPlan = defineLoader<string, CrisisPlan>("people.crisisPlan.disclosed", (context, disclosureIds) =>
  plans(context, disclosureIds, {
    name: "people.crisisPlan.disclosed",
    records: "SELECT d.disclosure_id AS key, d.record_id FROM crisis_disclosed() d WHERE d.disclosure_id = ANY ($1)",
  }),
);

/** `records` is a query, over `$1`, of the records (`record_id`) behind each key. */
async function plans(
  context: RequestContext,
  keys: readonly string[],
  { name, records }: { readonly name: string; readonly records: string },
): Promise<readonly (CrisisPlan | null)[]> {
  const rows = await readBatch<PlanRow & { readonly key: string }>(context, {
    name,
    text: `
      WITH planned AS (SELECT key, array_agg(record_id) AS record_ids FROM (${records}) known GROUP BY key)
      SELECT planned.key, planned.record_ids AS "recordIds",
        ARRAY(SELECT jsonb_build_object('name', c.name, 'phone', c.phone, 'role', c.role) FROM care_contact c
          WHERE c.record_id = ANY (planned.record_ids) ORDER BY c.recorded_at DESC, c.id DESC LIMIT ${mostEntries}) AS "careContacts",
        ARRAY(SELECT s.strategy FROM crisis_strategy s
          WHERE s.record_id = ANY (planned.record_ids) ORDER BY s.recorded_at DESC, s.id DESC LIMIT ${mostEntries}) AS strategies
      FROM planned`,
    values: [uuidKeys(keys)],
  });
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return keys.map((key) => {
    const row = byKey.get(key.toLowerCase());
    return row ? viewCrisisPlan(context, key.toLowerCase(), row) : null;
  });
}
