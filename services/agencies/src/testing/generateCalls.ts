// cspell:words setseed
import type { TestSlice } from "@corespond/kit/testing";

/**
 * Generates calls of 45 agencies over the five years before 2026, as the owner: a few agencies have most of them, one call
 * in eight is about behavioral health, one in three of those has a subject, and few subjects and places have many.
 */
export async function generateCalls(slice: TestSlice, count: number): Promise<void> {
  await slice.owner(
    `INSERT INTO agency (id, name, kind) SELECT gen_random_uuid(), 'Generated ' || n, 'OTHER'
     FROM generate_series(1, 45 - (SELECT count(*) FROM agency)) n`,
  );
  await slice.owner("SELECT setseed(0.5)");
  await slice.owner(
    `INSERT INTO call_for_service (id, agency_id, incident_number, received_at, nature_code, common_code, beat,
       address_street, address_city, latitude, longitude, counted_as, changed_at)
     SELECT gen_random_uuid(), agency.ids[1 + floor(45 * pow(n.a, 2))], 'G' || n.n,
       timestamptz '2021-01-01Z' + n.b * interval '5 years', 'C' || floor(40 * n.c),
       CASE WHEN n.c < 0.125 THEN (ARRAY['EDP', 'INTOX', 'OD', 'SUICIDE', 'SUICTHRT', 'WELFARE'])[1 + floor(n.c * 48)]
         ELSE 'T' || floor(n.c * 40) END,
       'B' || floor(10 * n.d), floor(pow(n.d, 3) * 2000) || ' Example Street', 'Exampleville', 45, -93,
       CASE WHEN n.d < 0.01 THEN 'G' || (n.n - 1) END, timestamptz '2026-01-01Z'
     FROM (SELECT n, random() AS a, random() AS b, random() AS c, random() AS d FROM generate_series(1, $1::integer) n) n,
       (SELECT array_agg(id ORDER BY kind <> 'POLICE_DEPARTMENT', name) AS ids FROM agency) agency`,
    [count],
  );
  await slice.owner(
    `INSERT INTO call_subject (call_id, agency_id, record_id, role, position, linked_at)
     SELECT id, agency_id, md5(agency_id || floor(pow(random(), 3) * 500)::text)::uuid, 'SUBJECT', 1, timestamptz '2026-01-01Z'
     FROM call_for_service WHERE common_code !~ '^T' AND hashtext(id::text) % 3 = 0`,
  );
  await slice.owner("VACUUM ANALYZE call_for_service");
  await slice.owner("VACUUM ANALYZE call_subject");
}
