/** The first columns of a table whose rows hang on a source record, held equal to it and removed with it. */
export const hangsOnRecord = `
  id uuid PRIMARY KEY,
  record_id uuid NOT NULL,
  source_agency_id uuid NOT NULL,
  FOREIGN KEY (record_id, source_agency_id) REFERENCES person_record (id, source_agency_id) ON DELETE CASCADE`;
