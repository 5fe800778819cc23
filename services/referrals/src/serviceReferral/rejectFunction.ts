/**
 * A provider's rejection takes the row out of the provider's own sight, which row-level security refuses to an ordinary
 * UPDATE. This function does that one change, for the provider's organization and from REQUESTED only.
 */
export const rejectFunction = (appRole: string): string => `
CREATE OR REPLACE FUNCTION reject_service_referral(rejected uuid, code text, explanation text) RETURNS boolean
  LANGUAGE sql SECURITY DEFINER SET search_path = public, corespond, pg_temp
  AS $$
    UPDATE service_referral SET status = 'REJECTED', status_reason_code = code, status_reason_text = explanation,
        closed_at = clock_timestamp()
    WHERE id = rejected AND status = 'REQUESTED'
      AND corespond.viewer_role() = 'PROVIDER' AND organization_id = corespond.viewer_organization()
    RETURNING true
  $$;
REVOKE ALL ON FUNCTION reject_service_referral(uuid, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reject_service_referral(uuid, text, text) TO "${appRole}";
`;
