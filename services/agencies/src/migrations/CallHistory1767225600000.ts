import type { MigrationInterface, QueryRunner } from "typeorm";

/** What a feed of calls brings beside a call that somebody records by hand: corrections, merges, places, codes. */
export class CallHistory1767225600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(callColumns);
    await queryRunner.query(histories);
    await queryRunner.query(codes);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: correct one with another.");
  }
}

/**
 * `source_updated_at` is when the feed last changed the call, by which a late delivery is told from a correction.
 * `replaced_by` and `split_from` are what the feed says of the incident (EIDO merge directions REPLACED and SPLIT);
 * `counted_as` is the number of the incident that it ended in, null for its own. `place` is the address in one form.
 */
const callColumns = `
ALTER TABLE call_for_service
  DROP CONSTRAINT call_for_service_common_code_check,
  ADD CONSTRAINT call_for_service_common_code_check CHECK (common_code ~ '^[A-Z0-9]{1,10}$'),
  ADD COLUMN latitude double precision CHECK (latitude BETWEEN -90 AND 90),
  ADD COLUMN longitude double precision CHECK (longitude BETWEEN -180 AND 180),
  ADD COLUMN source_updated_at timestamptz,
  ADD COLUMN replaced_by text CHECK (replaced_by <> incident_number),
  ADD COLUMN split_from text CHECK (split_from <> incident_number),
  ADD COLUMN counted_as text CHECK (counted_as <> incident_number),
  ADD COLUMN place text GENERATED ALWAYS AS (nullif(btrim(upper(regexp_replace(
    coalesce(address_street, '') || '|' || coalesce(address_city, ''), '\\s+', ' ', 'g'))), '|')) STORED,
  ADD COLUMN changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ADD CHECK ((latitude IS NULL) = (longitude IS NULL));
CREATE INDEX call_for_service_replaced ON call_for_service (agency_id, replaced_by) WHERE replaced_by IS NOT NULL;
`;

/**
 * What a call said, and who was in it, before it was corrected: a figure as of an earlier day is computed from the rows
 * of then. A history's row held from `changed_at` (`linked_at`) until `superseded_at` (`unlinked_at`).
 */
const histories = `
CREATE TABLE call_history (
  call_id uuid NOT NULL,
  agency_id uuid NOT NULL,
  incident_number text NOT NULL,
  counted_as text,
  received_at timestamptz NOT NULL,
  nature_code text,
  common_code text,
  beat text,
  place text,
  changed_at timestamptz NOT NULL,
  superseded_at timestamptz NOT NULL,
  PRIMARY KEY (call_id, superseded_at),
  FOREIGN KEY (call_id, agency_id) REFERENCES call_for_service (id, agency_id),
  CHECK (superseded_at > changed_at)
);
CREATE INDEX call_history_agency ON call_history (agency_id, received_at);

ALTER TABLE call_subject
  ADD COLUMN linked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ADD COLUMN linked_by uuid;
CREATE INDEX call_subject_agency ON call_subject (agency_id, role, record_id);

CREATE TABLE call_subject_history (
  call_id uuid NOT NULL,
  record_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('CALLER', 'SUBJECT')),
  agency_id uuid NOT NULL,
  linked_at timestamptz NOT NULL,
  unlinked_at timestamptz NOT NULL,
  unlinked_by uuid,
  PRIMARY KEY (call_id, record_id, role, unlinked_at),
  FOREIGN KEY (call_id, agency_id) REFERENCES call_for_service (id, agency_id),
  CHECK (unlinked_at > linked_at)
);
CREATE INDEX call_subject_history_agency ON call_subject_history (agency_id, role, record_id);
`;

/** An agency's own codes with the common code that each stands for, and the named sets of common codes that count. */
const codes = `
CREATE TABLE nature_code (
  agency_id uuid NOT NULL REFERENCES agency,
  code text NOT NULL CHECK (btrim(code) <> ''),
  text text,
  common_code text CHECK (common_code ~ '^[A-Z0-9]{1,10}$'),
  PRIMARY KEY (agency_id, code)
);

CREATE TABLE nature_code_set (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  version text NOT NULL CHECK (version ~ '^[0-9A-Za-z][0-9A-Za-z.-]*$'),
  description text NOT NULL,
  UNIQUE (name, version)
);

CREATE TABLE nature_code_set_code (
  set_id uuid NOT NULL REFERENCES nature_code_set,
  common_code text NOT NULL CHECK (common_code ~ '^[A-Z0-9]{1,10}$'),
  PRIMARY KEY (set_id, common_code)
);
`;
