import { defineLoader, readBatch, uuidKeys, type RequestContext } from "@corespond/kit";

import { grantedLoader } from "../record/grantedLoader";
import { recordColumns } from "../record/record.columns.loader";
import type { WholeRecord } from "../record/record.policy";
import { viewPerson } from "./person.policy";
import type { Person } from "./person.type";

/** How many of a person's records count, the newest first; no real person has as many. */
const mostRecords = 200;

/** Loads persons by their golden id, or by one that redirects to it. */
export const personById = grantedLoader(
  defineLoader<string, Person>("people.person.byId", (context, keys) =>
    personsOf(context, keys, "golden_ids($1) asked"),
  ),
  (personIds) => ({ personIds }),
);

/** Loads the persons behind records. A record that the viewer may not see leads to nobody, whoever it is linked to. */
export const personByRecordId = grantedLoader(
  defineLoader<string, Person>("people.person.byRecordId", (context, keys) =>
    personsOf(context, keys, "(SELECT r.id, r.person_id FROM person_record r WHERE r.id = ANY ($1)) asked"),
  ),
  (recordIds) => ({ recordIds }),
);

type AskedRecord = WholeRecord & Record<string, unknown> & { readonly askedId: string };

/** `asked` is a relation, over `$1`, of the ids asked for (`id`) and the persons that they lead to (`person_id`). */
async function personsOf(
  context: RequestContext,
  keys: readonly string[],
  asked: string,
): Promise<readonly (Person | null)[]> {
  const rows = await readBatch<AskedRecord>(context, {
    name: "people.person.records",
    text: `
      SELECT asked.id AS "askedId", ${recordColumns(context.database.dataSource, "r")}
      FROM ${asked}
      CROSS JOIN LATERAL (
        SELECT * FROM person_record known
        WHERE known.person_id = asked.person_id
        ORDER BY known.recorded_at DESC, known.id DESC
        LIMIT ${mostRecords}) r
      ORDER BY r.recorded_at DESC, r.id DESC`,
    values: [uuidKeys(keys)],
    prepared: true,
  });
  const newestFirst = new Map<string, AskedRecord[]>();
  for (const row of rows) {
    const records = newestFirst.get(row.askedId);
    if (records) records.push(row);
    else newestFirst.set(row.askedId, [row]);
  }
  return keys.map((key) => {
    const records = newestFirst.get(key.toLowerCase());
    return records ? viewPerson(context, records) : null;
  });
}
