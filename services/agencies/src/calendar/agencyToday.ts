/**
 * SQL, repeatable: `agency_today(agency)` is the calendar's day in the time zone of the program that the agency runs or
 * belongs to; of the oldest program for whoever belongs to none (a provider's staff). Employment, memberships and
 * assignments begin and end by it, not by the server's own zone.
 */
export const agencyTodaySql = `
CREATE OR REPLACE FUNCTION agency_today(agency uuid) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT (transaction_timestamp() AT TIME ZONE coalesce(
    (SELECT p.time_zone FROM public.program p
     WHERE p.county_agency_id = agency
       OR EXISTS (SELECT FROM public.program_membership m WHERE m.program_id = p.id AND m.agency_id = agency)
     ORDER BY p.launched_on, p.id LIMIT 1),
    (SELECT p.time_zone FROM public.program p ORDER BY p.launched_on, p.id LIMIT 1),
    'UTC'))::date
$$;
`;
