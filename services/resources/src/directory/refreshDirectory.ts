import type { Statement } from "@corespond/kit";

/** Parents and ancestors of a directory's terms, each term being its own ancestor; a circle of terms does no harm. */
const refreshTerms = `
  WITH RECURSIVE term AS (
    SELECT t.id, ARRAY(
      SELECT p.id FROM unnest(t.parent_external_ids) WITH ORDINALITY AS named (external_id, place)
      JOIN taxonomy_term p ON p.source = t.source AND p.external_id = named.external_id ORDER BY named.place) AS parent_ids
    FROM taxonomy_term t WHERE t.source = $1),
  above AS (
    SELECT id, id AS ancestor_id FROM term
    UNION SELECT above.id, parent FROM above JOIN term ON term.id = above.ancestor_id CROSS JOIN unnest(term.parent_ids) parent),
  made AS (
    SELECT term.id, term.parent_ids, array_agg(above.ancestor_id ORDER BY above.ancestor_id) AS ancestor_ids
    FROM term JOIN above ON above.id = term.id GROUP BY term.id, term.parent_ids)
  UPDATE taxonomy_term t SET parent_ids = made.parent_ids, ancestor_ids = made.ancestor_ids FROM made
  WHERE t.id = made.id AND (t.parent_ids, t.ancestor_ids) IS DISTINCT FROM (made.parent_ids, made.ancestor_ids)`;

const refreshSearch = `
  MERGE INTO service_search target USING (
    SELECT s.id AS service_id,
      setweight(to_tsvector('english', concat_ws(' ', s.name, s.alternate_name)), 'A')
        || setweight(to_tsvector('english', coalesce(term.names, '')), 'B')
        || setweight(to_tsvector('english', concat_ws(' ', o.name, o.alternate_name)), 'C')
        || setweight(to_tsvector('english', left(coalesce(s.description, ''), 20000)), 'D') AS document,
      lower(concat_ws(' ', s.name, s.alternate_name, o.name, o.alternate_name)) AS names,
      coalesce(term.ids, '{}') AS term_ids, coalesce(hours.known, false) AS hours_known
    FROM service s JOIN organization o ON o.id = s.organization_id
    LEFT JOIN LATERAL (
      SELECT string_agg(DISTINCT t.name, ' ' ORDER BY t.name) AS names, array_agg(DISTINCT ancestor ORDER BY ancestor) AS ids
      FROM attribute a JOIN taxonomy_term t ON t.id = a.taxonomy_term_id CROSS JOIN unnest(t.ancestor_ids) ancestor
      WHERE a.service_id = s.id) term ON true
    LEFT JOIN (SELECT service_id, bool_and(openings <> '[]') AS known FROM service_schedule GROUP BY service_id) hours
      ON hours.service_id = s.id
    WHERE s.source = $1) made
  ON target.service_id = made.service_id
  WHEN MATCHED AND (target.*) IS DISTINCT FROM (made.*) THEN UPDATE SET document = made.document, names = made.names,
    term_ids = made.term_ids, hours_known = made.hours_known
  WHEN NOT MATCHED THEN INSERT (service_id, document, names, term_ids, hours_known)
    VALUES (made.service_id, made.document, made.names, made.term_ids, made.hours_known)`;

const refreshOpenings = `
  WITH made AS (
    SELECT of_service.service_id, of_service.schedule_id, o.ordinal::integer, o.weekday, o."weekOfMonth", o."monthDay", o.every,
      o.unit, o.anchor, o.opens, o.closes, o."validFrom", o."validTo", of_service.time_zone
    FROM service_schedule of_service
    JOIN service s ON s.id = of_service.service_id AND s.source = $1
    CROSS JOIN ROWS FROM (jsonb_to_recordset(of_service.openings) AS (weekday integer, "weekOfMonth" integer, "monthDay" integer,
      every integer, unit text, anchor date, opens integer, closes integer, "validFrom" date, "validTo" date))
      WITH ORDINALITY AS o (weekday, "weekOfMonth", "monthDay", every, unit, anchor, opens, closes, "validFrom", "validTo", ordinal))
  MERGE INTO opening target USING made
  ON target.service_id = made.service_id AND target.schedule_id = made.schedule_id AND target.ordinal = made.ordinal
  WHEN MATCHED AND (target.*) IS DISTINCT FROM (made.*) THEN UPDATE SET weekday = made.weekday,
    week_of_month = made."weekOfMonth", month_day = made."monthDay", every = made.every, unit = made.unit, anchor = made.anchor,
    opens = made.opens, closes = made.closes, valid_from = made."validFrom", valid_to = made."validTo", time_zone = made.time_zone
  WHEN NOT MATCHED THEN INSERT (service_id, schedule_id, ordinal, weekday, week_of_month, month_day, every, unit, anchor, opens,
    closes, valid_from, valid_to, time_zone)
    VALUES (made.service_id, made.schedule_id, made.ordinal, made.weekday, made."weekOfMonth", made."monthDay", made.every,
      made.unit, made.anchor, made.opens, made.closes, made."validFrom", made."validTo", made.time_zone)
  WHEN NOT MATCHED BY SOURCE AND target.service_id IN (SELECT s.id FROM service s WHERE s.source = $1) THEN DELETE`;

/** What follows from a directory's rows, in order: run after every change of them. Only what differs is written. */
export function refreshDirectory(source: string): readonly Statement[] {
  return [
    { name: "resources.refresh.terms", text: refreshTerms, values: [source] },
    { name: "resources.refresh.search", text: refreshSearch, values: [source] },
    { name: "resources.refresh.openings", text: refreshOpenings, values: [source] },
  ];
}
