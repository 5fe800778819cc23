import { directoryRow } from "./directoryRow";

/**
 * Schedules as a directory gives them; `service_schedule`, those that a service goes by (its own or those of it at a
 * location, and only where it has none, those of its locations); and `opening`, what follows from them for search: one
 * row per way in which a service opens. That holds days and times only, nothing of where.
 */
export const openingSql = `
CREATE TABLE schedule (${directoryRow},
  service_id uuid REFERENCES service,
  location_id uuid REFERENCES location,
  service_at_location_id uuid REFERENCES service_at_location,
  valid_from date,
  valid_to date,
  dtstart date,
  until date,
  count integer,
  wkst text CHECK (wkst IN ('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')),
  freq text CHECK (freq IN ('WEEKLY', 'MONTHLY')),
  interval integer CHECK (interval > 0),
  byday text,
  byweekno text,
  bymonthday text,
  byyearday text,
  opens_at text,
  closes_at text,
  time_zone text NOT NULL,
  description text,
  schedule_link text,
  attending_type text,
  notes text,
  openings jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(openings) = 'array'),
  CHECK (num_nonnulls(service_id, location_id, service_at_location_id) > 0)
);
CREATE INDEX schedule_service ON schedule (service_id);
CREATE INDEX schedule_location ON schedule (location_id);
CREATE INDEX schedule_service_at_location ON schedule (service_at_location_id);

CREATE VIEW service_schedule WITH (security_invoker = true) AS
WITH own AS (
  SELECT coalesce(c.service_id, place.service_id) AS service_id, c.id AS schedule_id, c.time_zone, c.openings
  FROM schedule c LEFT JOIN service_at_location place ON place.id = c.service_at_location_id
  WHERE c.service_id IS NOT NULL OR c.service_at_location_id IS NOT NULL)
SELECT * FROM own
UNION
SELECT place.service_id, c.id, c.time_zone, c.openings
FROM schedule c JOIN service_at_location place ON place.location_id = c.location_id
WHERE c.service_id IS NULL AND c.service_at_location_id IS NULL
  AND NOT EXISTS (SELECT FROM own WHERE own.service_id = place.service_id);

CREATE TABLE opening (
  service_id uuid NOT NULL REFERENCES service ON DELETE CASCADE,
  schedule_id uuid NOT NULL REFERENCES schedule ON DELETE CASCADE,
  ordinal integer NOT NULL,
  weekday integer CHECK (weekday BETWEEN 1 AND 7),
  week_of_month integer CHECK (week_of_month BETWEEN -5 AND 5 AND week_of_month <> 0),
  month_day integer CHECK (month_day BETWEEN -31 AND 31 AND month_day <> 0),
  every integer NOT NULL CHECK (every > 0),
  unit text NOT NULL CHECK (unit IN ('WEEK', 'MONTH')),
  anchor date,
  opens integer NOT NULL CHECK (opens >= 0 AND opens < 1440),
  closes integer NOT NULL CHECK (closes > opens AND closes <= 2880),
  valid_from date,
  valid_to date,
  time_zone text NOT NULL,
  PRIMARY KEY (service_id, schedule_id, ordinal),
  CHECK (every = 1 OR anchor IS NOT NULL)
);
`;
