const held = "record_holdings(uuid[])";
const active = "record_activity(uuid[])";

const text = (label: string, value: string): string =>
  `CASE WHEN ${value} IS NOT NULL THEN jsonb_build_object('label', '${label}', 'value', ${value}) END`;

const details = (...pairs: readonly string[]): string =>
  `(SELECT coalesce(jsonb_agg(d), '[]') FROM unnest(ARRAY[${pairs.join(", ")}]) d WHERE d IS NOT NULL)`;

/**
 * What the rights of a person ask of this slice, by source records. `record_holdings`, for privacy officers: what is
 * held, without what only a protected program may tell (42 CFR 2.13). `record_activity`, for the same: when something
 * last happened, that included.
 */
export const recordFunctions = (appRole: string): string => `
CREATE OR REPLACE FUNCTION record_holdings(asked uuid[]) RETURNS TABLE (kind text, occurred_at timestamptz, details jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, corespond, pg_temp
  AS $$
    SELECT h.kind, h.occurred_at, h.details FROM (
      SELECT 'Referral to a social worker' AS kind, r.submitted_at AS occurred_at,
        ${details(text("Reasons", "array_to_string(r.reasons, ', ')"), text("What happened", "r.narrative"), text("Status", "r.status::text"), text("Outcome", "r.outcome::text"))} AS details
      FROM referral r WHERE r.record_id = ANY (asked)
      UNION ALL
      SELECT 'Contact of a social worker', c.occurred_at,
        ${details(text("How", "c.kind::text"), text("Result", "c.result::text"), text("Notes", "c.notes"))}
      FROM contact c WHERE c.record_id = ANY (asked)
      UNION ALL
      SELECT 'Message about a referral', m.sent_at, ${details(text("Message", "m.body"))}
      FROM referral_message m WHERE m.record_id = ANY (asked)
      UNION ALL
      SELECT 'Referral to a service', s.submitted_at,
        ${details(text("Need", "s.need::text"), text("Message", "s.message"), text("Status", "s.status::text"), text("Outcome", "s.outcome::text"))}
      FROM service_referral s WHERE s.record_id = ANY (asked) AND NOT s.is_protected
    ) h
    WHERE corespond.viewer_role() = 'PRIVACY_OFFICER'
    ORDER BY h.occurred_at DESC LIMIT 1000
  $$;
CREATE OR REPLACE FUNCTION record_activity(asked uuid[]) RETURNS timestamptz
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, corespond, pg_temp
  AS $$
    SELECT max(e.recorded_at) FROM referral r JOIN referral_event e ON e.referral_id = r.id
    WHERE r.record_id = ANY (asked) AND corespond.viewer_role() = 'PRIVACY_OFFICER'
  $$;
REVOKE ALL ON FUNCTION ${held}, ${active} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ${held}, ${active} TO "${appRole}";
`;
