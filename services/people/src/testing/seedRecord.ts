import { randomUUID } from "node:crypto";

import type { People } from "./startPeople";

/** A record put straight into the tables, every value of it carrying its own mark. */
export interface SeededRecord {
  readonly id: string;
  readonly personId: string;
  readonly agencyId: string;
  /** Stands in every text of the record and nowhere else. */
  readonly mark: string;
}

/** Where a seeded record belongs. */
export interface RecordPlace {
  readonly personId: string;
  readonly agencyId: string;
  readonly precision?: string;
  readonly addressKind?: string;
}

/** Puts a record and all that hangs on it straight into the tables; the person is made where there is none yet. */
export async function seedRecord(
  people: People,
  { personId, agencyId, precision = "DAY", addressKind = "HOME" }: RecordPlace,
): Promise<SeededRecord> {
  const id = randomUUID();
  const mark = `Mark${randomUUID()
    .replaceAll("-", "")
    .replace(/\d/g, (digit) => String.fromCharCode(103 + Number(digit)))}`;
  await people.owner(
    `WITH made AS (INSERT INTO person (id) VALUES ($2) ON CONFLICT DO NOTHING),
       record AS (
         INSERT INTO person_record (id, person_id, source_agency_id, recorded_by, description, birth_date, birth_date_precision,
           sex, gender_identity, languages, safe_contact, guardians)
         VALUES ($1, $2, $3, gen_random_uuid(), $4, '1980-01-01', $5, 'FEMALE', $4,
           '[{"code":"eng","preferred":true,"needsInterpreter":false}]',
           jsonb_build_object('channel', 'TEXT', 'hours', '[]'::jsonb, 'instructions', $4::text),
           jsonb_build_array(jsonb_build_object('name', $4::text, 'relation', null, 'phone', null, 'authority', 'PARENT')))
         RETURNING id, source_agency_id AS agency),
       name AS (
         INSERT INTO person_name (record_id, source_agency_id, position, use, given, family)
         SELECT id, agency, 0, 'OFFICIAL', 'Synthetic', $4 FROM record),
       phone AS (INSERT INTO person_phone (record_id, source_agency_id, position, raw) SELECT id, agency, 0, $4 FROM record)
     INSERT INTO person_address (record_id, source_agency_id, position, kind, address_1) SELECT id, agency, 0, $6, $4 FROM record`,
    [id, personId, agencyId, mark, precision, addressKind],
  );
  return { id, personId, agencyId, mark };
}
