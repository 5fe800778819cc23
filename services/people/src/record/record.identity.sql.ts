import { roleIs } from "@corespond/kit";

import { relatedRoles } from "./viewerRoles";

const golden = "golden_ids(uuid[])";
const concerned = "records_concerned(uuid[], uuid[], uuid[])";

/**
 * Functions that lead from ids to ids, past row-level security and without any value of a record. `golden_ids` follows
 * redirects (a circle of them leads nowhere). `records_concerned` names the records about which the referrals slice
 * has to be asked before the viewer's own statement can see them; their ids go to that slice and to no client.
 */
export function identityFunctionsSql(appRole: string): string {
  const definer = "LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp";
  return `
    CREATE OR REPLACE FUNCTION golden_ids(asked uuid[]) RETURNS TABLE (id uuid, person_id uuid) ${definer} AS $$
      WITH RECURSIVE step (id, at) AS (
        SELECT a, a FROM unnest(asked) a
        UNION
        SELECT step.id, p.redirect_to FROM step JOIN person p ON p.id = step.at WHERE p.redirect_to IS NOT NULL
      )
      SELECT step.id, p.id FROM step JOIN person p ON p.id = step.at WHERE p.redirect_to IS NULL
    $$;
    CREATE OR REPLACE FUNCTION records_concerned(person_ids uuid[], record_ids uuid[], consent_ids uuid[])
      RETURNS TABLE (record_id uuid) ${definer} AS $$
      SELECT r.id FROM person_record r
      WHERE ${roleIs(...relatedRoles)} AND r.person_id IN (
        SELECT g.person_id FROM golden_ids(person_ids) g
        UNION SELECT named.person_id FROM person_record named WHERE named.id = ANY (record_ids)
        UNION SELECT kept.person_id FROM consent c JOIN person_record kept ON kept.id = c.record_id WHERE c.id = ANY (consent_ids))
    $$;
    REVOKE ALL ON FUNCTION ${golden}, ${concerned} FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION ${golden}, ${concerned} TO "${appRole}";`;
}
