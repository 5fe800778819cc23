import { directoryRow } from "./directoryRow";

/** Organizations, their programs and services, and the taxonomy (HSDS 3.1). */
export const serviceSql = `
CREATE TABLE organization (${directoryRow},
  name text NOT NULL CHECK (btrim(name) <> ''),
  alternate_name text,
  description text,
  email text,
  website text,
  tax_status text,
  tax_id text,
  year_incorporated integer,
  legal_status text,
  logo text,
  uri text,
  parent_organization_id uuid REFERENCES organization
);
CREATE INDEX organization_name ON organization (lower(name), id);
CREATE INDEX organization_parent ON organization (parent_organization_id);

CREATE TABLE program (${directoryRow},
  organization_id uuid REFERENCES organization,
  name text NOT NULL CHECK (btrim(name) <> ''),
  alternate_name text,
  description text
);
CREATE INDEX program_organization ON program (organization_id, name);

CREATE TABLE taxonomy_term (${directoryRow},
  code text,
  name text NOT NULL CHECK (btrim(name) <> ''),
  description text,
  taxonomy text,
  language text,
  term_uri text,
  parent_external_ids text[] NOT NULL DEFAULT '{}',
  parent_ids uuid[] NOT NULL DEFAULT '{}',
  ancestor_ids uuid[] NOT NULL DEFAULT '{}'
);
CREATE INDEX taxonomy_term_name ON taxonomy_term (lower(name), id);
CREATE INDEX taxonomy_term_name_search ON taxonomy_term USING gin (name gin_trgm_ops);
CREATE INDEX taxonomy_term_parents ON taxonomy_term USING gin (parent_ids);

CREATE TABLE service (${directoryRow},
  organization_id uuid NOT NULL REFERENCES organization,
  program_id uuid REFERENCES program,
  name text NOT NULL CHECK (btrim(name) <> ''),
  alternate_name text,
  description text,
  url text,
  email text,
  status text NOT NULL CHECK (status IN ('ACTIVE', 'INACTIVE', 'DEFUNCT', 'TEMPORARILY_CLOSED')),
  interpretation_services text,
  application_process text,
  fees_description text,
  accreditations text,
  eligibility_description text,
  minimum_age double precision CHECK (minimum_age >= 0),
  maximum_age double precision CHECK (maximum_age >= 0),
  assured_date date,
  assurer_email text,
  alert text,
  last_modified timestamptz,
  acceptance_mode text NOT NULL CHECK (acceptance_mode IN ('DIRECT', 'CALL_FIRST', 'WALK_IN', 'COORDINATED_ENTRY')),
  accepts_referrals boolean NOT NULL DEFAULT true,
  protected_program text NOT NULL DEFAULT 'NONE' CHECK (protected_program IN ('NONE', 'PART_2', 'VICTIM_SERVICES')),
  time_zone text NOT NULL
);
CREATE INDEX service_organization ON service (organization_id, lower(name), id);
CREATE INDEX service_program ON service (program_id);
CREATE INDEX service_name ON service (lower(name), id);
`;
