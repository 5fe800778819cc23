/**
 * SQL, repeatable: the counts of a program on a day. It runs with its owner's rights, because the counts are public
 * where the assignments that it counts are not.
 */
export const coverageSql = `
CREATE OR REPLACE FUNCTION program_coverage(program uuid, day date,
  OUT agencies integer, OUT jurisdictions integer, OUT social_workers integer,
  OUT planned_agencies integer, OUT planned_jurisdictions integer, OUT planned_social_workers integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  WITH member AS (
    SELECT m.agency_id, bool_or(m.joined_on <= day AND (m.left_on IS NULL OR day < m.left_on)) AS now
    FROM program_membership m
    WHERE m.program_id = program AND (m.left_on IS NULL OR day < m.left_on)
    GROUP BY m.agency_id
  ), area AS (
    SELECT served.jurisdiction_id, bool_or(member.now) AS now
    FROM member JOIN agency_jurisdiction served USING (agency_id)
    GROUP BY served.jurisdiction_id
  ), worker AS (
    SELECT a.social_worker_id, bool_or(member.now AND a.from_on <= day) AS now
    FROM member JOIN assignment a USING (agency_id)
    WHERE a.to_on IS NULL OR day < a.to_on
    GROUP BY a.social_worker_id
  )
  SELECT (SELECT count(*) FILTER (WHERE now) FROM member)::integer,
    (SELECT count(*) FILTER (WHERE now) FROM area)::integer,
    (SELECT count(*) FILTER (WHERE now) FROM worker)::integer,
    (SELECT count(*) FILTER (WHERE NOT now) FROM member)::integer,
    (SELECT count(*) FILTER (WHERE NOT now) FROM area)::integer,
    (SELECT count(*) FILTER (WHERE NOT now) FROM worker)::integer
$$;
`;
