import { roleIs, rowsSql } from "@corespond/kit";

import { recordVisible } from "../record/record.policy";
import { welfareRoles } from "../record/viewerRoles";
import { granteeRules } from "./grantee.policy";

/**
 * Functions past row-level security. `revoke_consent` changes nothing of a consent but that it is revoked, for those who
 * see it. `consents_for` names the consents in force that name the viewer's agency or organization and cover its purpose:
 * their ids go to the slice that asks and, but for the notice of 42 CFR 2.32, to no client.
 */
export function consentFunctionsSql(appRole: string): string {
  const definer = "SECURITY DEFINER SET search_path = public, corespond, pg_temp";
  const [revoke, named] = ["revoke_consent(uuid)", "consents_for(uuid[], text[], integer)"];
  return `
    CREATE OR REPLACE FUNCTION revoke_consent(revoked uuid) RETURNS TABLE (record_id uuid, source_agency_id uuid)
      LANGUAGE sql ${definer} AS $$
      UPDATE consent c SET revoked_at = now(), revoked_by = corespond.viewer_id()
      WHERE c.id = revoked AND c.revoked_at IS NULL AND ${roleIs(...welfareRoles)} AND corespond.viewer_id() IS NOT NULL
        AND ${recordVisible({ recordId: "c.record_id", sourceAgencyId: "c.source_agency_id" })}
      RETURNING c.record_id, c.source_agency_id
    $$;
    CREATE OR REPLACE FUNCTION consents_for(record_ids uuid[], kinds text[], most integer)
      RETURNS TABLE (id uuid, record_id uuid, regimes text[], categories text[], purpose text, expires_at timestamptz)
      LANGUAGE sql STABLE ${definer} AS $$
      SELECT c.id, c.record_id, c.regimes, c.categories, c.purpose, c.expires_at FROM consent c
      WHERE (record_ids IS NULL OR c.record_id = ANY (record_ids)) AND (kinds IS NULL OR c.categories && kinds)
        AND (${rowsSql(granteeRules)})
      ORDER BY c.signed_on DESC, c.id DESC LIMIT most
    $$;
    REVOKE ALL ON FUNCTION ${revoke}, ${named} FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION ${revoke}, ${named} TO "${appRole}";`;
}
