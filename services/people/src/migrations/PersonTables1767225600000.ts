// cspell:words unaccent trgm fuzzystrmatch btrim alnum dmetaphone
import { foundationSql } from "@corespond/kit";
import type { MigrationInterface, QueryRunner } from "typeorm";

/** The first tables: who asks, persons, source records and what hangs on them. */
export class PersonTables1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(foundationSql("people"));
    await runner.query(searchText);
    await runner.query(personTables);
    await runner.query(recordParts);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only.");
  }
}

/** Immutable wrappers, for generated columns: `unaccent` is only stable, because its dictionary could be exchanged. */
const searchText = `
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE FUNCTION search_normalized(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT btrim(regexp_replace(
    translate(lower(public.unaccent('public.unaccent', normalize(written, NFKC))), '''’\`', ''), '[^[:alnum:]]+', ' ', 'g')) $$;

CREATE FUNCTION phonetic_codes(normalized text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT coalesce(array_agg(DISTINCT public.dmetaphone(word)) FILTER (WHERE public.dmetaphone(word) <> ''), '{}')
    FROM regexp_split_to_table(normalized, ' ') word $$;
`;

const personTables = `
CREATE TABLE person (
  id uuid PRIMARY KEY,
  redirect_to uuid REFERENCES person (id) CHECK (redirect_to <> id)
);
CREATE INDEX person_redirect ON person (redirect_to) WHERE redirect_to IS NOT NULL;

CREATE TABLE person_record (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person (id),
  source_agency_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  description text,
  birth_date date,
  birth_date_precision text CHECK (birth_date_precision IN ('DAY', 'MONTH', 'YEAR', 'ESTIMATED_AGE')),
  sex text CHECK (sex IN ('MALE', 'FEMALE', 'OTHER', 'UNKNOWN')),
  gender_identity text,
  languages jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(languages) = 'array'),
  safe_contact jsonb CHECK (jsonb_typeof(safe_contact) = 'object'),
  guardians jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(guardians) = 'array'),
  UNIQUE (id, source_agency_id),
  CHECK ((birth_date IS NULL) = (birth_date_precision IS NULL)),
  CHECK (birth_date >= '1890-01-01')
);
CREATE INDEX person_record_person ON person_record (person_id, recorded_at DESC, id DESC);
CREATE INDEX person_record_birth_date ON person_record (birth_date);
COMMENT ON COLUMN person_record.person_id IS 'Always a survivor: a merge moves records and leaves a redirect, undoing it moves them back.';
`;

const partOfRecord = `
  record_id uuid NOT NULL,
  source_agency_id uuid NOT NULL,
  position smallint NOT NULL,
  PRIMARY KEY (record_id, position),
  FOREIGN KEY (record_id, source_agency_id) REFERENCES person_record (id, source_agency_id) ON DELETE CASCADE,`;

const writtenName = "search_normalized(coalesce(given, '') || ' ' || coalesce(family, ''))";

/** What hangs on a record repeats its agency, held equal by the foreign key, so that row-level security needs no join. */
const recordParts = `
CREATE TABLE person_name (${partOfRecord}
  use text NOT NULL CHECK (use IN ('OFFICIAL', 'ALIAS', 'FORMER', 'NICKNAME')),
  given text,
  middle text,
  family text,
  suffix text,
  normalized text NOT NULL GENERATED ALWAYS AS (${writtenName}) STORED,
  phonetic text[] NOT NULL GENERATED ALWAYS AS (phonetic_codes(${writtenName})) STORED,
  CHECK (given IS NOT NULL OR family IS NOT NULL)
);
CREATE INDEX person_name_written ON person_name USING gin (normalized gin_trgm_ops);
CREATE INDEX person_name_sound ON person_name USING gin (phonetic);

CREATE TABLE person_phone (${partOfRecord}
  raw text NOT NULL,
  e164 text CHECK (e164 ~ '^\\+[1-9][0-9]{5,14}$'),
  last_seven text GENERATED ALWAYS AS (substring(regexp_replace(coalesce(e164, raw), '[^0-9]', '', 'g') FROM '[0-9]{7}$')) STORED
);
CREATE INDEX person_phone_e164 ON person_phone (e164);
CREATE INDEX person_phone_last_seven ON person_phone (last_seven);

CREATE TABLE person_address (${partOfRecord}
  kind text NOT NULL CHECK (kind IN ('HOME', 'MAILING', 'SHELTER', 'NONE', 'DESIGNATED')),
  place text,
  address_1 text,
  address_2 text,
  city text,
  state_province text,
  postal_code text,
  country text,
  CHECK (kind <> 'NONE' OR (address_1 IS NULL AND city IS NULL)),
  CONSTRAINT person_address_designated_alone EXCLUDE USING gist (record_id WITH =, (kind = 'DESIGNATED') WITH <>)
);
CREATE UNIQUE INDEX person_address_one_designated ON person_address (record_id) WHERE kind = 'DESIGNATED';
`;
