/**
 * When a referral is closed, nobody waits for a service any more: its service referrals that nobody has accepted are
 * cancelled, and where the referral itself was cancelled, also those that were accepted, so that a provider learns
 * nothing further of the person. Among them are those that whoever closes the referral may not see (42 CFR Part 2), so
 * the database does it, for a referral that is closed, and tells the caller their ids for the outbox alone.
 */
export const closeFunction = (appRole: string): string => `
CREATE OR REPLACE FUNCTION close_service_referrals(closed uuid, explanation text) RETURNS TABLE (service_referral_id uuid)
  LANGUAGE sql SECURITY DEFINER SET search_path = public, corespond, pg_temp
  AS $$
    WITH open AS (
      SELECT s.id, s.status FROM service_referral s JOIN referral r ON r.id = s.referral_id
      WHERE r.id = closed AND corespond.viewer_id() IS NOT NULL
        AND (s.status = 'REQUESTED' AND r.status IN ('COMPLETED', 'FAILED', 'CANCELLED', 'REJECTED')
          OR s.status = 'ACCEPTED' AND r.status = 'CANCELLED')
      FOR UPDATE OF s
    ), cancelled AS (
      UPDATE service_referral s SET status = 'CANCELLED', status_reason_code = 'OTHER', status_reason_text = explanation,
        closed_at = clock_timestamp()
      FROM open WHERE s.id = open.id RETURNING s.id, open.status AS was
    ), told AS (
      INSERT INTO referral_event (id, referral_id, service_referral_id, kind, from_status, to_status, reason_code,
        reason_text, by_id, occurred_at, recorded_at)
      SELECT gen_random_uuid(), closed, c.id, 'CANCELLED', c.was, 'CANCELLED', 'OTHER', explanation,
        corespond.viewer_id(), clock_timestamp(), clock_timestamp()
      FROM cancelled c
    )
    SELECT id FROM cancelled
  $$;
REVOKE ALL ON FUNCTION close_service_referrals(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION close_service_referrals(uuid, text) TO "${appRole}";
`;
