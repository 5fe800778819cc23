import type { TestSlice } from "@corespond/kit/testing";

/** Calls to be there before a test: of one agency, a day apart, each with these records as its subjects. */
export interface CallsToInsert {
  readonly agencyId: string;
  readonly count: number;
  readonly recordIds: readonly string[];
}

/** Inserts calls as the owner and answers their ids, latest call first. */
export async function insertCalls(
  slice: TestSlice,
  { agencyId, count, recordIds }: CallsToInsert,
): Promise<readonly string[]> {
  const calls = await slice.owner<{ id: string }>(
    `INSERT INTO call_for_service (id, agency_id, incident_number, received_at, nature_code, common_code, address_street, address_city, cautions)
     SELECT gen_random_uuid(), $1, $3 || n, timestamptz '2024-06-01 12:00Z' - n * interval '1 day', 'WELF', 'WELFARE', n || ' Example Street', 'Exampleville',
       '[{"text": "Large dog", "source": "caller"}]'
     FROM generate_series(1, $2::integer) n RETURNING id, received_at`,
    [agencyId, count, `${agencyId.slice(-3)}-${recordIds.join().slice(-3)}-`],
  );
  await slice.owner(
    `INSERT INTO call_subject (call_id, agency_id, record_id, role, position)
     SELECT call_id, $1, record_id, 'SUBJECT', position
     FROM unnest($2::uuid[]) call_id, unnest($3::uuid[]) WITH ORDINALITY s (record_id, position)`,
    [agencyId, calls.map(({ id }) => id), recordIds],
  );
  return calls.map(({ id }) => id);
}
