import { defineLoader, readBatch } from "@corespond/kit";

import type { RepeatKey } from "./repeatCallers.loader";

/** A place with what its calls say. */
export interface RepeatPlace {
  readonly place: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly incidents: number;
  readonly firstOn: string;
  readonly lastOn: string;
}

/** An agency's incidents by place, as far as the viewer may see the calls. */
export interface PlacedIncidents {
  readonly incidents: number;
  readonly placedIncidents: number;
  readonly places: number;
  readonly locations: readonly RepeatPlace[];
}

/** Which places, and how many of them at most. */
export type PlacesKey = RepeatKey & { readonly first: number };

const day = (instant: string): string => `(${instant} AT TIME ZONE key.zone)::date`;

const placesSql = `
  SELECT key.number AS "keyNumber", found.*
  FROM jsonb_to_recordset($1::jsonb) AS key (number integer, agency uuid, codes text[], zone text,
    "from" timestamptz, "to" timestamptz, threshold integer, first integer)
  CROSS JOIN LATERAL (
    WITH call AS MATERIALIZED (
      SELECT found.* FROM unnest(key.codes) AS code CROSS JOIN LATERAL (
        SELECT coalesce(c.counted_as, c.incident_number) AS incident, c.received_at, c.place, c.latitude, c.longitude
        FROM call_for_service c
        WHERE c.agency_id = key.agency AND c.common_code = code AND c.received_at >= key."from" AND c.received_at < key."to"
        OFFSET 0) found
    ), place AS (
      SELECT place, count(DISTINCT incident)::integer AS incidents, min(received_at) AS first_at, max(received_at) AS last_at,
        (array_agg(ARRAY[latitude, longitude] ORDER BY received_at DESC) FILTER (WHERE latitude IS NOT NULL))[1:1] AS at
      FROM call WHERE place IS NOT NULL GROUP BY place HAVING count(DISTINCT incident) >= key.threshold
    )
    SELECT (SELECT count(DISTINCT incident)::integer FROM call) AS "incidents",
      (SELECT count(DISTINCT incident)::integer FROM call WHERE place IS NOT NULL) AS "placedIncidents",
      (SELECT count(*)::integer FROM place) AS "places",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('place', place, 'incidents', incidents, 'latitude', at[1][1],
         'longitude', at[1][2], 'firstOn', ${day("first_at")}, 'lastOn', ${day("last_at")}) ORDER BY incidents DESC, place), '[]')
       FROM (SELECT * FROM place ORDER BY incidents DESC, place LIMIT key.first) most) AS "locations"
  ) found`;

/** Agencies' incidents by place; in one statement. */
export const placedIncidents = defineLoader<PlacesKey, PlacedIncidents>(
  "agencies.repeatLocations.list",
  async (context, keys) => {
    const rows = await readBatch<PlacedIncidents & { readonly keyNumber: number }>(context, {
      name: "agencies.repeatLocations.list",
      text: placesSql,
      values: [JSON.stringify(keys.map(asked))],
    });
    const found = new Map(rows.map((row) => [row.keyNumber, row]));
    return keys.map((_, number) => found.get(number) ?? null);
  },
);

function asked({ agencyId: agency, commonCodes: codes, window, first }: PlacesKey, number: number): object {
  const { timeZone: zone, from, to, threshold } = window;
  return { number, agency, codes, zone, from, to, threshold, first };
}
