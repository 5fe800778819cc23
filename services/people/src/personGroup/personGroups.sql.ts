import { roleIs } from "@corespond/kit";

import { groupingRoles } from "../record/viewerRoles";

const groups = "person_groups(uuid[])";

/**
 * SQL, repeatable: `person_groups(record_ids)` is, in the order of the records, the position (from 0) of the first of them
 * that is of the same golden person; a record that does not exist is alone. It runs past row-level security, and tells
 * that two records are one person's and nothing else. Empty for whoever may not ask.
 */
export function personGroupsSql(appRole: string): string {
  return `
    CREATE OR REPLACE FUNCTION person_groups(record_ids uuid[]) RETURNS integer[]
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT coalesce(array_agg(first_position::integer ORDER BY position), '{}')
      FROM (
        SELECT asked.position, min(asked.position) OVER (PARTITION BY r.id IS NULL, coalesce(r.person_id, asked.id)) - 1 AS first_position
        FROM unnest(record_ids) WITH ORDINALITY AS asked (id, position) LEFT JOIN person_record r ON r.id = asked.id
      ) grouped
      WHERE ${roleIs(...groupingRoles)}
    $$;
    REVOKE ALL ON FUNCTION ${groups} FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION ${groups} TO "${appRole}";`;
}
