import { countableAgenciesSql } from "../call/countableAgenciesSql";
import { knownCallsSql, knownSubjectsSql } from "../call/knownCallsSql";

const of = {
  given: "asked CROSS JOIN nature_code_set_code n",
  where: "n.set_id = code_set AND c.agency_id = asked.id AND c.common_code = n.common_code",
  from: "from_instant",
  to: "to_instant",
  knownAt: "known_at",
} as const;

const signature = "repeat_caller_totals(uuid, uuid, timestamptz, timestamptz, timestamptz, integer)";

/**
 * SQL, repeatable: how many incidents an agency had in a period, how many have a known subject, how many records reach a
 * threshold, and in how many incidents. Like `call_counts` it runs with its owner's rights and judges the signed viewer
 * itself: these are all that an analyst is told.
 */
export const repeatCallerTotalsSql = (appRole: string): string => `
CREATE OR REPLACE FUNCTION repeat_caller_totals(agency uuid, code_set uuid, from_instant timestamptz, to_instant timestamptz,
  known_at timestamptz, threshold integer,
  OUT incidents integer, OUT linked_incidents integer, OUT records integer, OUT records_incidents integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  WITH asked AS (${countableAgenciesSql("ARRAY[agency]")}
  ), call AS MATERIALIZED (${knownCallsSql(of)}
  ), subject AS MATERIALIZED (${knownSubjectsSql({ agency: "agency", knownAt: of.knownAt })}
  ), link AS MATERIALIZED (
    SELECT call.incident, s.record_id FROM call LEFT JOIN subject s ON s.call_id = call.id
  ), record AS (
    SELECT record_id FROM link WHERE record_id IS NOT NULL GROUP BY record_id HAVING count(DISTINCT incident) >= threshold
  )
  SELECT count(DISTINCT link.incident)::integer,
    (count(DISTINCT link.incident) FILTER (WHERE link.record_id IS NOT NULL))::integer,
    (SELECT count(*)::integer FROM record),
    (count(DISTINCT link.incident) FILTER (WHERE link.record_id IN (SELECT record_id FROM record)))::integer
  FROM link
$$;
REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ${signature} TO "${appRole}";
`;
