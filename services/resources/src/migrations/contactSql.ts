import { directoryRow } from "./directoryRow";

/** Whom to ask, in which language, and what a service costs, covers and demands. */
export const contactSql = `
CREATE TABLE contact_person (${directoryRow},
  organization_id uuid REFERENCES organization,
  service_id uuid REFERENCES service,
  location_id uuid REFERENCES location,
  service_at_location_id uuid REFERENCES service_at_location,
  name text,
  title text,
  department text,
  email text,
  CHECK (num_nonnulls(organization_id, service_id, location_id, service_at_location_id) > 0)
);
CREATE INDEX contact_person_organization ON contact_person (organization_id);
CREATE INDEX contact_person_service ON contact_person (service_id);
CREATE INDEX contact_person_location ON contact_person (location_id);
CREATE INDEX contact_person_service_at_location ON contact_person (service_at_location_id);

CREATE TABLE phone (${directoryRow},
  organization_id uuid REFERENCES organization,
  service_id uuid REFERENCES service,
  location_id uuid REFERENCES location,
  service_at_location_id uuid REFERENCES service_at_location,
  contact_id uuid REFERENCES contact_person,
  further_service_ids uuid[] NOT NULL DEFAULT '{}',
  number text CHECK (number ~ '^[+][0-9]{4,15}$'),
  number_text text NOT NULL,
  extension text,
  type text,
  description text,
  CHECK (num_nonnulls(organization_id, service_id, location_id, service_at_location_id, contact_id) > 0)
);
CREATE INDEX phone_organization ON phone (organization_id);
CREATE INDEX phone_service ON phone (service_id);
CREATE INDEX phone_further_services ON phone USING gin (further_service_ids);
CREATE INDEX phone_location ON phone (location_id);
CREATE INDEX phone_service_at_location ON phone (service_at_location_id);
CREATE INDEX phone_contact ON phone (contact_id);

CREATE TABLE language (${directoryRow},
  service_id uuid REFERENCES service,
  location_id uuid REFERENCES location,
  phone_id uuid REFERENCES phone,
  name text,
  code text,
  note text,
  CHECK (num_nonnulls(service_id, location_id, phone_id) > 0),
  CHECK (num_nonnulls(name, code) > 0)
);
CREATE INDEX language_service ON language (service_id);
CREATE INDEX language_location ON language (location_id);
CREATE INDEX language_phone ON language (phone_id);

CREATE TABLE service_area (${directoryRow},
  service_id uuid REFERENCES service,
  service_at_location_id uuid REFERENCES service_at_location,
  name text,
  description text,
  extent text,
  extent_type text,
  uri text,
  CHECK (num_nonnulls(service_id, service_at_location_id) > 0)
);
CREATE INDEX service_area_service ON service_area (service_id);
CREATE INDEX service_area_service_at_location ON service_area (service_at_location_id);

CREATE TABLE cost_option (${directoryRow},
  service_id uuid NOT NULL REFERENCES service,
  valid_from date,
  valid_to date,
  option text,
  currency text,
  amount double precision,
  amount_description text
);
CREATE INDEX cost_option_service ON cost_option (service_id);

CREATE TABLE required_document (${directoryRow},
  service_id uuid NOT NULL REFERENCES service,
  document text NOT NULL,
  uri text
);
CREATE INDEX required_document_service ON required_document (service_id);

CREATE TABLE attribute (${directoryRow},
  taxonomy_term_id uuid NOT NULL REFERENCES taxonomy_term,
  organization_id uuid REFERENCES organization,
  service_id uuid REFERENCES service,
  location_id uuid REFERENCES location,
  service_at_location_id uuid REFERENCES service_at_location,
  link_type text,
  value text,
  label text,
  CHECK (num_nonnulls(organization_id, service_id, location_id, service_at_location_id) = 1)
);
CREATE INDEX attribute_organization ON attribute (organization_id);
CREATE INDEX attribute_service ON attribute (service_id);
CREATE INDEX attribute_location ON attribute (location_id);
CREATE INDEX attribute_service_at_location ON attribute (service_at_location_id);
CREATE INDEX attribute_taxonomy_term ON attribute (taxonomy_term_id);
`;
