/** Agencies, the areas that they serve, the county's programs and who belongs to them: public data. */
export const agencySql = `
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE agency (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (btrim(name) <> ''),
  ori text UNIQUE CHECK (ori ~ '^[A-Z]{2}[A-Z0-9]{7}$'),
  kind text NOT NULL CHECK (kind IN ('POLICE_DEPARTMENT', 'SHERIFF', 'DISPATCH_CENTER', 'COUNTY_HUMAN_SERVICES',
    'CAMPUS_POLICE', 'TRANSIT_POLICE', 'AIRPORT_POLICE', 'PARK_POLICE', 'STATE_PATROL', 'OTHER')),
  county text,
  latitude double precision CHECK (latitude BETWEEN -90 AND 90),
  longitude double precision CHECK (longitude BETWEEN -180 AND 180),
  nibrs_since date,
  dispatched_by_id uuid REFERENCES agency,
  CHECK ((latitude IS NULL) = (longitude IS NULL)),
  CHECK (dispatched_by_id <> id)
);
CREATE INDEX agency_name ON agency (name, id);
CREATE INDEX agency_kind ON agency (kind, name, id);
CREATE INDEX agency_dispatched_by ON agency (dispatched_by_id);

CREATE TABLE jurisdiction (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (btrim(name) <> ''),
  kind text NOT NULL,
  geoid text NOT NULL UNIQUE,
  county_fips text NOT NULL CHECK (county_fips ~ '^[0-9]{5}$'),
  CHECK ((kind = 'CITY' AND geoid ~ '^[0-9]{7}$') OR (kind = 'TOWNSHIP' AND geoid ~ '^[0-9]{10}$')
    OR (kind = 'COUNTY' AND geoid = county_fips))
);
CREATE INDEX jurisdiction_name ON jurisdiction (name, id);

CREATE TABLE agency_jurisdiction (
  agency_id uuid NOT NULL REFERENCES agency,
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction,
  PRIMARY KEY (agency_id, jurisdiction_id)
);
CREATE INDEX agency_jurisdiction_jurisdiction ON agency_jurisdiction (jurisdiction_id);

CREATE TABLE program (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (btrim(name) <> ''),
  county_agency_id uuid NOT NULL REFERENCES agency,
  time_zone text NOT NULL,
  launched_on date NOT NULL,
  ended_on date,
  CHECK (ended_on > launched_on)
);
CREATE INDEX program_county_agency ON program (county_agency_id);

CREATE TABLE program_membership (
  id uuid PRIMARY KEY,
  program_id uuid NOT NULL REFERENCES program,
  agency_id uuid NOT NULL REFERENCES agency,
  joined_on date NOT NULL,
  left_on date,
  CHECK (left_on > joined_on),
  EXCLUDE USING gist (program_id WITH =, agency_id WITH =, daterange(joined_on, left_on) WITH &&)
);
CREATE INDEX program_membership_agency ON program_membership (agency_id, joined_on);

CREATE TABLE crisis_number (
  program_id uuid NOT NULL REFERENCES program,
  position integer NOT NULL CHECK (position >= 0),
  name text NOT NULL CHECK (btrim(name) <> ''),
  number text NOT NULL CHECK (number ~ '^[+]?[0-9]{3,15}$'),
  description text,
  PRIMARY KEY (program_id, position)
);

CREATE TABLE intake_hours (
  program_id uuid NOT NULL REFERENCES program,
  weekday integer NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  opens time NOT NULL,
  closes time NOT NULL,
  PRIMARY KEY (program_id, weekday, opens),
  CHECK (closes > opens)
);

CREATE TABLE intake_holiday (
  program_id uuid NOT NULL REFERENCES program,
  day date NOT NULL,
  PRIMARY KEY (program_id, day)
);
`;
