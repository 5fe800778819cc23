import { Role } from "@corespond/kit";

import { rolesSql } from "../staff/staff.policy";
import { knownCallsSql, knownSubjectsSql } from "./knownCallsSql";

/** Who may be told how many calls there were; an analyst is shown none of them. */
const countingRoles = [Role.SUPERVISOR, Role.ANALYST, Role.PRIVACY_OFFICER, Role.SOCIAL_WORKER] as const;

/** SQL of a relation: those of the agencies asked for whose calls may be counted for the viewer. */
const countableSql = (asked: string): string => `
  SELECT a.id FROM agency a
  WHERE a.id = ANY (${asked}) AND ((select corespond.viewer_role()) = '${Role.SYSTEM}'
    OR ((select corespond.viewer_role()) IN (${rolesSql(countingRoles)})
      AND a.id = ANY ((select corespond.viewer_serves() || corespond.viewer_agency())::uuid[])))`;

const of = {
  agencies: "(select ARRAY(SELECT id FROM asked))::uuid[]",
  from: "from_instant",
  to: "to_instant",
  knownAt: "known_at",
} as const;

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
  WITH asked AS (${countableSql("agency_ids")}
  ), call AS (${knownCallsSql(of)}
  ), linked AS (
    SELECT DISTINCT s.call_id FROM (${knownSubjectsSql(of)}) s
  ), incident AS (
    SELECT call.agency_id, call.incident, bool_or(linked.call_id IS NOT NULL) AS linked
    FROM call LEFT JOIN linked ON linked.call_id = call.id
    WHERE code_set IS NULL OR call.common_code IN (SELECT n.common_code FROM nature_code_set_code n WHERE n.set_id = code_set)
    GROUP BY call.agency_id, call.incident
  )
  SELECT asked.id, count(incident.incident)::integer, (count(*) FILTER (WHERE incident.linked))::integer
  FROM asked LEFT JOIN incident ON incident.agency_id = asked.id GROUP BY asked.id
$$;
REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ${signature} TO "${appRole}";
`;
