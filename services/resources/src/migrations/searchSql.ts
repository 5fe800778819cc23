// cspell:ignore fastupdate
/**
 * What search reads of a service: the weighted text of its name (A), taxonomy terms (B), organization (C) and
 * description (D), its terms with all that lie above them, its names for texts with typing errors, and whether all of
 * its schedules say when. Nothing of where the service is.
 */
export const searchSql = `
CREATE TABLE service_search (
  service_id uuid PRIMARY KEY REFERENCES service ON DELETE CASCADE,
  document tsvector NOT NULL,
  names text NOT NULL,
  term_ids uuid[] NOT NULL,
  hours_known boolean NOT NULL
);
CREATE INDEX service_search_document ON service_search USING gin (document) WITH (fastupdate = off);
CREATE INDEX service_search_terms ON service_search USING gin (term_ids) WITH (fastupdate = off);
`;
