import { directoryRow } from "./directoryRow";

/**
 * Locations, where which service is given, addresses. Of a confidential location (a shelter for victims of violence)
 * the table's row is hidden by row-level security; `place` and `service_place` show of every location what anybody may
 * know. They run with their owner's rights, so nothing but their columns gets out.
 */
export const placeSql = `
CREATE TABLE location (${directoryRow},
  organization_id uuid REFERENCES organization,
  location_type text NOT NULL CHECK (location_type IN ('PHYSICAL', 'POSTAL', 'VIRTUAL')),
  url text,
  name text,
  alternate_name text,
  description text,
  transportation text,
  latitude double precision CHECK (latitude BETWEEN -90 AND 90),
  longitude double precision CHECK (longitude BETWEEN -180 AND 180),
  external_identifier text,
  external_identifier_type text,
  confidential boolean NOT NULL DEFAULT false,
  front_gate_phone text,
  front_gate_text text,
  CHECK ((latitude IS NULL) = (longitude IS NULL))
);
CREATE INDEX location_organization ON location (organization_id, id);
CREATE INDEX location_coordinates ON location (latitude, longitude) WHERE NOT confidential;

CREATE TABLE service_at_location (${directoryRow},
  service_id uuid NOT NULL REFERENCES service,
  location_id uuid NOT NULL REFERENCES location,
  description text
);
CREATE INDEX service_at_location_service ON service_at_location (service_id, id);
CREATE INDEX service_at_location_location ON service_at_location (location_id, service_id);

CREATE VIEW place AS SELECT id, organization_id, confidential,
  CASE WHEN confidential THEN '' ELSE lower(coalesce(name, '')) END AS shown_name,
  CASE WHEN confidential THEN front_gate_phone END AS front_gate_phone,
  CASE WHEN confidential THEN front_gate_text END AS front_gate_text
FROM location;

CREATE VIEW service_place AS SELECT s.id, s.service_id, s.location_id, l.confidential,
  CASE WHEN NOT l.confidential THEN s.source END AS source,
  CASE WHEN NOT l.confidential THEN s.external_id END AS external_id,
  CASE WHEN NOT l.confidential THEN s.description END AS description
FROM service_at_location s JOIN location l ON l.id = s.location_id;

CREATE TABLE address (${directoryRow},
  location_id uuid NOT NULL REFERENCES location,
  attention text,
  address_1 text NOT NULL,
  address_2 text,
  city text,
  region text,
  state_province text,
  postal_code text,
  country text,
  address_type text NOT NULL CHECK (address_type IN ('PHYSICAL', 'POSTAL', 'VIRTUAL'))
);
CREATE INDEX address_location ON address (location_id);

CREATE TABLE accessibility (${directoryRow},
  location_id uuid NOT NULL REFERENCES location,
  description text,
  details text,
  url text
);
CREATE INDEX accessibility_location ON accessibility (location_id);
`;
