/** `opening_holds(opening, instant)`: what `isOpenAt` is in TypeScript. Repeatable. */
export const openingFunctionsSql = `
CREATE OR REPLACE FUNCTION opening_holds(o opening, instant timestamptz) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN EXISTS (
    SELECT FROM (SELECT instant AT TIME ZONE o.time_zone AS clock) now
    CROSS JOIN LATERAL (VALUES
      (now.clock::date, extract(epoch FROM now.clock::time) / 60),
      (now.clock::date - 1, extract(epoch FROM now.clock::time) / 60 + 1440)) AS since (day, minutes)
    CROSS JOIN LATERAL (SELECT extract(day FROM since.day)::integer AS day_of_month,
      extract(day FROM date_trunc('month', since.day::timestamp) + interval '1 month' - since.day::timestamp)::integer - 1 AS days_left) AS month
    WHERE since.minutes >= o.opens AND since.minutes < o.closes
      AND (o.weekday IS NULL OR o.weekday = extract(isodow FROM since.day))
      AND (o.week_of_month IS NULL OR o.week_of_month =
        CASE WHEN o.week_of_month > 0 THEN (month.day_of_month - 1) / 7 + 1 ELSE -(month.days_left / 7 + 1) END)
      AND (o.month_day IS NULL OR o.month_day =
        CASE WHEN o.month_day > 0 THEN month.day_of_month ELSE -month.days_left - 1 END)
      AND (o.valid_from IS NULL OR since.day >= o.valid_from)
      AND (o.valid_to IS NULL OR since.day <= o.valid_to)
      AND (o.every = 1 OR CASE o.unit
        WHEN 'WEEK' THEN since.day >= o.anchor AND (since.day - o.anchor) / 7 % o.every = 0
        ELSE since.day >= date_trunc('month', o.anchor::timestamp) AND
          ((extract(year FROM since.day) - extract(year FROM o.anchor)) * 12
            + extract(month FROM since.day) - extract(month FROM o.anchor))::integer % o.every = 0
        END));`;
