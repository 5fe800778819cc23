/** Staff, who may sign in as them, and which agencies a social worker is assigned to. */
export const staffSql = `
CREATE TABLE staff_member (
  id uuid PRIMARY KEY,
  given_name text,
  family_name text NOT NULL CHECK (btrim(family_name) <> ''),
  role text NOT NULL CHECK (role IN ('OFFICER', 'DISPATCHER', 'SOCIAL_WORKER', 'SUPERVISOR', 'PROVIDER',
    'PRIVACY_OFFICER', 'ANALYST', 'PARTNER_CLIENT', 'ADMINISTRATOR')),
  agency_id uuid REFERENCES agency,
  organization_id uuid,
  active_from date NOT NULL,
  active_to date,
  CHECK (active_to > active_from),
  CHECK (num_nonnulls(agency_id, organization_id) = 1),
  CHECK (role = 'PARTNER_CLIENT' OR (role = 'PROVIDER') = (organization_id IS NOT NULL))
);
CREATE INDEX staff_member_agency ON staff_member (agency_id, family_name);

CREATE TABLE issuer (
  issuer text PRIMARY KEY,
  agency_id uuid REFERENCES agency,
  organization_id uuid,
  any_employer boolean NOT NULL DEFAULT false,
  CHECK (num_nonnulls(agency_id, organization_id) + any_employer::integer = 1)
);

CREATE TABLE staff_login (
  issuer text NOT NULL REFERENCES issuer,
  subject text NOT NULL CHECK (subject <> ''),
  staff_id uuid NOT NULL REFERENCES staff_member,
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX staff_login_staff ON staff_login (staff_id);

CREATE TABLE assignment (
  id uuid PRIMARY KEY,
  social_worker_id uuid NOT NULL REFERENCES staff_member,
  agency_id uuid NOT NULL REFERENCES agency,
  fte double precision NOT NULL CHECK (fte > 0 AND fte <= 1),
  from_on date NOT NULL,
  to_on date,
  CHECK (to_on > from_on),
  EXCLUDE USING gist (social_worker_id WITH =, agency_id WITH =, daterange(from_on, to_on) WITH &&)
);
CREATE INDEX assignment_agency ON assignment (agency_id, from_on);
CREATE INDEX assignment_social_worker ON assignment (social_worker_id, from_on);
`;
