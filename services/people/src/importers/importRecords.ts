import { inTransaction, invariant, Role, type RequestContext, type WriteTransaction } from "@corespond/kit";

import { externalKeyOf, type ImportedRecord } from "./importedRecord";

/** Whose records they are, and from which of the agency's systems. */
export interface RecordsToImport {
  readonly sourceAgencyId: string;
  /** The system's name, within which its keys are unique. */
  readonly source: string;
  readonly records: readonly ImportedRecord[];
  /** Looks which records are there, and makes none. */
  readonly dryRun?: boolean;
}

/** What became of the records. */
export interface ImportedRecords {
  /** The id of each given record, in their order; null for one that a dry run would make. */
  readonly recordIds: readonly (string | null)[];
  readonly loaded: number;
  readonly unchanged: number;
}

/**
 * Registers persons of an agency's records system in one statement, each a record linked to a new person and to no other
 * (`registerPerson` for many, by the hub itself). A record that is there already, by its source and key, stays as it is.
 * At most a few thousand at once.
 */
export async function importRecords(context: RequestContext, given: RecordsToImport): Promise<ImportedRecords> {
  invariant(context.viewer.role === Role.SYSTEM, "Only the hub itself imports records");
  const keys = given.records.map((record) => externalKeyOf(given.source, record));
  const records = given.records.map(({ key: _key, ...record }, index) => ({ ...record, key: keys[index] }));
  return await inTransaction(context, async (transaction) => {
    const values = [given.sourceAgencyId, JSON.stringify(records)];
    const stored = given.dryRun
      ? await transaction.query<Stored>({ name: "people.record.findImported", text: findSql, values })
      : await store(transaction, values);
    const idOf = new Map(stored.map(({ key, id }) => [key, id]));
    const distinct = new Set(keys).size;
    const loaded = given.dryRun ? distinct - stored.length : stored.filter(({ made }) => made).length;
    return { recordIds: keys.map((key) => idOf.get(key) ?? null), loaded, unchanged: distinct - loaded };
  });
}

interface Stored {
  readonly key: string;
  readonly id: string;
  readonly made: boolean;
}

async function store(transaction: WriteTransaction, values: readonly unknown[]): Promise<readonly Stored[]> {
  const stored = await transaction.query<Stored>({ name: "people.record.import", text: importSql, values });
  const made = stored.filter((record) => record.made).map(({ id }) => id);
  await transaction.audit({
    action: "importRecords",
    subjects: { PersonRecord: made },
    recordIds: made,
    fields: ["PersonRecord.names", "PersonRecord.birthDate"],
  });
  return stored;
}

const given = `given AS MATERIALIZED (
  SELECT DISTINCT ON (key) * FROM jsonb_to_recordset($2::jsonb)
    AS g (key text, given text, middle text, family text, "birthDate" date) ORDER BY key)`;

const findSql = `WITH ${given}
  SELECT g.key, r.id, false AS made FROM given g
  JOIN person_record r ON r.source_agency_id = $1 AND r.external_key = g.key`;

const importSql = `
  WITH ${given}, known AS MATERIALIZED (
    SELECT g.key, r.id FROM given g JOIN person_record r ON r.source_agency_id = $1 AND r.external_key = g.key
  ), fresh AS MATERIALIZED (
    SELECT g.*, uuidv7() AS person_id, uuidv7() AS record_id FROM given g
    WHERE NOT EXISTS (SELECT FROM known WHERE known.key = g.key)
  ), persons AS (
    INSERT INTO person (id) SELECT person_id FROM fresh
  ), records AS (
    INSERT INTO person_record (id, person_id, source_agency_id, external_key, birth_date, birth_date_precision)
    SELECT record_id, person_id, $1, key, "birthDate", CASE WHEN "birthDate" IS NOT NULL THEN 'DAY' END FROM fresh
  ), names AS (
    INSERT INTO person_name (record_id, source_agency_id, position, use, given, middle, family)
    SELECT record_id, $1, 0, 'OFFICIAL', given, middle, family FROM fresh
  ), told AS (
    INSERT INTO outbox (id, type, entity_id, payload)
    SELECT uuidv7(), 'person.registered', person_id,
      jsonb_build_object('personId', person_id, 'recordId', record_id, 'sourceAgencyId', $1::uuid) FROM fresh
  )
  SELECT key, record_id AS id, true AS made FROM fresh UNION ALL SELECT key, id, false FROM known`;
