import { defineLoader, readBatch } from "@corespond/kit";

import { knownCallsSql, knownSubjectsSql } from "../call/knownCallsSql";
import type { RepeatRecord } from "./repeatCallers.group";
import type { RepeatWindow } from "./repeatWindow";

/** Which calls of which agency are counted; two windows, of which the later begins at `from`. */
export interface RepeatKey {
  readonly agencyId: string;
  readonly codeSetId: string;
  readonly commonCodes: readonly string[];
  readonly window: RepeatWindow;
}

/** How many incidents an agency had, and who the subjects were, as far as the viewer may see the calls. */
export interface RepeatedIncidents {
  readonly incidents: number;
  readonly linkedIncidents: number;
  readonly records: readonly RepeatRecord[];
}

/** How many records are looked at, those with the most incidents first: as many as people tells the persons of at once. */
const mostRecords = 1_000;

const of = {
  given: "unnest(key.codes) AS code",
  where: "c.agency_id = key.agency AND c.common_code = code",
  from: "key.before",
  to: `key."to"`,
  knownAt: "key.known_at",
} as const;

const day = (instant: string): string => `(${instant} AT TIME ZONE key.zone)::date`;

const repeatSql = `
  SELECT key.number AS "keyNumber", found.*
  FROM jsonb_to_recordset($1::jsonb) AS key (number integer, agency uuid, codes text[], zone text,
    before timestamptz, "from" timestamptz, "to" timestamptz, known_at timestamptz)
  CROSS JOIN LATERAL (
    WITH call AS MATERIALIZED (${knownCallsSql(of)}
    ), subject AS MATERIALIZED (${knownSubjectsSql({ agency: "key.agency", knownAt: "key.known_at" })}
    ), link AS MATERIALIZED (
      SELECT call.incident, call.received_at, call.received_at >= key."from" AS within, s.record_id
      FROM call LEFT JOIN subject s ON s.call_id = call.id
    ), record AS (
      SELECT record_id, count(DISTINCT incident) FILTER (WHERE within) AS incidents,
        array_agg(DISTINCT incident) FILTER (WHERE within) AS numbers,
        array_agg(DISTINCT incident) FILTER (WHERE NOT within) AS numbers_before,
        min(received_at) FILTER (WHERE within) AS first_at, max(received_at) FILTER (WHERE within) AS last_at
      FROM link WHERE record_id IS NOT NULL GROUP BY record_id
      ORDER BY incidents DESC, record_id LIMIT ${mostRecords}
    )
    SELECT (SELECT count(DISTINCT incident)::integer FROM link WHERE within) AS "incidents",
      (SELECT count(DISTINCT incident)::integer FROM link WHERE within AND record_id IS NOT NULL) AS "linkedIncidents",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('recordId', record_id, 'incidents', coalesce(numbers, '{}'),
         'incidentsBefore', coalesce(numbers_before, '{}'), 'firstOn', ${day("first_at")}, 'lastOn', ${day("last_at")})
         ORDER BY incidents DESC, record_id), '[]') FROM record) AS "records"
  ) found`;

/** Agencies' incidents and who their subjects were, in two windows; in one statement. */
export const repeatedIncidents = defineLoader<RepeatKey, RepeatedIncidents>(
  "agencies.repeatCallers.list",
  async (context, keys) => {
    const rows = await readBatch<RepeatedIncidents & { readonly keyNumber: number }>(context, {
      name: "agencies.repeatCallers.list",
      text: repeatSql,
      values: [JSON.stringify(keys.map(asked))],
    });
    const found = new Map(rows.map((row) => [row.keyNumber, row]));
    return keys.map((_, number) => found.get(number) ?? null);
  },
);

function asked({ agencyId, commonCodes, window }: RepeatKey, number: number): object {
  const { timeZone: zone, before, from, to, knownAt: known_at } = window;
  return { number, agency: agencyId, codes: commonCodes, zone, before, from, to, known_at };
}
