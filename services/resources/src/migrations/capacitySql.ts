import { directoryRow } from "./directoryRow";

/** Units, and how many of them a service has free (HSDS 3.1 `service_capacity`). */
export const capacitySql = `
CREATE TABLE unit (${directoryRow},
  name text NOT NULL CHECK (btrim(name) <> ''),
  scheme text,
  identifier text,
  uri text,
  stale_after_hours integer NOT NULL DEFAULT 24 CHECK (stale_after_hours > 0)
);

CREATE TABLE service_capacity (${directoryRow},
  service_id uuid NOT NULL REFERENCES service,
  unit_id uuid NOT NULL REFERENCES unit,
  available double precision NOT NULL CHECK (available >= 0),
  maximum double precision CHECK (maximum >= 0),
  description text,
  status text NOT NULL CHECK (status IN ('CAPACITY', 'NO_CAPACITY', 'WAITLIST', 'ADDITIONAL_ASSESSMENT_REQUIRED')),
  updated_at timestamptz NOT NULL
);
CREATE INDEX service_capacity_service ON service_capacity (service_id);
`;
