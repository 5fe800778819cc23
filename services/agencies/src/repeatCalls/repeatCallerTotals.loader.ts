import { defineLoader, readBatch } from "@corespond/kit";

import type { RepeatKey } from "./repeatCallers.loader";

/** What an analyst is told of: counts of incidents, and of records with many of them. */
export interface RepeatTotals {
  readonly incidents: number;
  readonly linkedIncidents: number;
  readonly records: number;
  readonly recordsIncidents: number;
}

/** Agencies' totals, for those that may be counted for the viewer; in one statement. */
export const repeatTotals = defineLoader<RepeatKey, RepeatTotals>(
  "agencies.repeatCallers.totals",
  async (context, keys) => {
    const rows = await readBatch<RepeatTotals & { readonly keyNumber: number }>(context, {
      name: "agencies.repeatCallers.totals",
      text: `SELECT key.number AS "keyNumber", total.incidents, total.linked_incidents AS "linkedIncidents", total.records,
               total.records_incidents AS "recordsIncidents"
             FROM jsonb_to_recordset($1::jsonb) AS key (number integer, agency uuid, code_set uuid, "from" timestamptz,
               "to" timestamptz, known_at timestamptz, threshold integer),
             LATERAL repeat_caller_totals(key.agency, key.code_set, key."from", key."to", key.known_at, key.threshold) total`,
      values: [JSON.stringify(keys.map(asked))],
    });
    const totals = new Map(rows.map((row) => [row.keyNumber, row]));
    return keys.map((_, number) => totals.get(number) ?? null);
  },
);

function asked({ agencyId: agency, codeSetId: code_set, window }: RepeatKey, number: number): object {
  const { from, to, knownAt: known_at, threshold } = window;
  return { number, agency, code_set, from, to, known_at, threshold };
}
