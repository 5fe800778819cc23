/** How many days of its month come after a day. */
const daysLeft =
  "extract(day FROM date_trunc('month', day::timestamp) + interval '1 month - 1 day' - day::timestamp)::integer";

const today = "(instant AT TIME ZONE o.time_zone)::date";

const minutes = "extract(epoch FROM (instant AT TIME ZONE o.time_zone)::time) / 60";

/**
 * `opening_holds(opening, instant)`: what `isOpenAt` is in TypeScript; `opening_begins_on`: what `opensOn` is.
 * Expressions without a sub-select, for PostgreSQL then puts them into the search's own statement instead of calling
 * them row by row. Repeatable.
 */
export const openingFunctionsSql = `
CREATE OR REPLACE FUNCTION opening_begins_on(o opening, day date) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (o.weekday IS NULL OR o.weekday = extract(isodow FROM day))
    AND (o.valid_from IS NULL OR day >= o.valid_from)
    AND (o.valid_to IS NULL OR day <= o.valid_to)
    AND CASE
      WHEN o.week_of_month IS NULL THEN true
      WHEN o.week_of_month > 0 THEN o.week_of_month = (extract(day FROM day)::integer - 1) / 7 + 1
      ELSE -o.week_of_month = ${daysLeft} / 7 + 1 END
    AND CASE
      WHEN o.month_day IS NULL THEN true
      WHEN o.month_day > 0 THEN o.month_day = extract(day FROM day)
      ELSE -o.month_day = ${daysLeft} + 1 END
    AND CASE
      WHEN o.every = 1 THEN true
      WHEN o.unit = 'WEEK' THEN day >= o.anchor AND (day - o.anchor) / 7 % o.every = 0
      ELSE day >= date_trunc('month', o.anchor::timestamp) AND
        ((extract(year FROM day) - extract(year FROM o.anchor)) * 12
          + extract(month FROM day) - extract(month FROM o.anchor))::integer % o.every = 0 END;

CREATE OR REPLACE FUNCTION opening_holds(o opening, instant timestamptz) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN
    (${minutes} >= o.opens AND ${minutes} < o.closes AND opening_begins_on(o, ${today}))
    OR (${minutes} + 1440 >= o.opens AND ${minutes} + 1440 < o.closes AND opening_begins_on(o, ${today} - 1));`;
