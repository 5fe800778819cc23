import { countableAgenciesSql } from "./countableAgenciesSql";
import { knownCallsSql, knownSubjectsSql } from "./knownCallsSql";

const period = { from: "from_instant", to: "to_instant", knownAt: "known_at" } as const;

/** All calls where no set is named, and else those of its codes; the other branch is empty. */
const callsSql = [
  knownCallsSql({ ...period, given: "asked", where: "code_set IS NULL AND c.agency_id = asked.id" }),
  knownCallsSql({
    ...period,
    given: "asked CROSS JOIN nature_code_set_code n",
    where: "n.set_id = code_set AND c.agency_id = asked.id AND c.common_code = n.common_code",
  }),
].join("  UNION ALL");

const signature = "call_counts(uuid[], uuid, timestamptz, timestamptz, timestamptz)";

/**
 * SQL, repeatable: how many incidents agencies had in a period, and how many of them have a subject who is known. It runs
 * with its owner's rights and judges the signed viewer itself, because counts are for who may see no call.
 */
export const callCountsSql = (appRole: string): string => `
CREATE OR REPLACE FUNCTION call_counts(agency_ids uuid[], code_set uuid, from_instant timestamptz, to_instant timestamptz,
  known_at timestamptz) RETURNS TABLE (agency_id uuid, incidents integer, linked_incidents integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  WITH asked AS (${countableAgenciesSql("agency_ids")}
  ), call AS (${callsSql}
  ), subject AS MATERIALIZED (${knownSubjectsSql({ agency: "ANY (SELECT id FROM asked)", knownAt: period.knownAt })}
  ), incident AS (
    SELECT call.agency_id, call.incident, bool_or(subject.call_id IS NOT NULL) AS linked
    FROM call LEFT JOIN (SELECT DISTINCT call_id FROM subject) subject ON subject.call_id = call.id
    GROUP BY call.agency_id, call.incident
  )
  SELECT asked.id, count(incident.incident)::integer, (count(*) FILTER (WHERE incident.linked))::integer
  FROM asked LEFT JOIN incident ON incident.agency_id = asked.id GROUP BY asked.id
$$;
REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ${signature} TO "${appRole}";
`;
