const held = "record_holdings(uuid[])";
const active = "record_activity(uuid[])";
const expunge = "expunge_records(uuid[])";

/**
 * What the rights of a person ask of this slice, by source records. `record_holdings` and `record_activity`, for privacy
 * officers: in which calls the person is, and when the last of them was. `expunge_records`, for the hub that was told of
 * an expungement: the person is in no call any more, nor was; a call that nobody else is in loses its cautions, which
 * were about them. The incident itself is the agency's record of a request for service and stays (Minn. Stat. 13.82).
 */
export const recordFunctionsSql = (appRole: string): string => `
CREATE OR REPLACE FUNCTION record_holdings(asked uuid[]) RETURNS TABLE (kind text, occurred_at timestamptz, details jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, corespond, pg_temp
  AS $$
    SELECT 'Call for service', c.received_at, (
      SELECT coalesce(jsonb_agg(jsonb_build_object('label', d.label, 'value', d.value) ORDER BY d.number), '[]')
      FROM (VALUES (1, 'Your part', lower(s.role)), (2, 'Incident', c.incident_number), (3, 'Agency', a.name), (4, 'Nature', c.nature_text),
        (5, 'Address', coalesce(c.address_text, concat_ws(', ', c.address_street, c.address_city)))) d (number, label, value)
      WHERE coalesce(d.value, '') <> '')
    FROM call_subject s JOIN call_for_service c ON c.id = s.call_id JOIN agency a ON a.id = c.agency_id
    WHERE s.record_id = ANY (asked) AND corespond.viewer_role() = 'PRIVACY_OFFICER'
    ORDER BY c.received_at DESC LIMIT 1000
  $$;
CREATE OR REPLACE FUNCTION record_activity(asked uuid[]) RETURNS timestamptz
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, corespond, pg_temp
  AS $$
    SELECT max(c.received_at) FROM call_subject s JOIN call_for_service c ON c.id = s.call_id
    WHERE s.record_id = ANY (asked) AND corespond.viewer_role() = 'PRIVACY_OFFICER'
  $$;
CREATE OR REPLACE FUNCTION expunge_records(asked uuid[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, corespond, pg_temp
  AS $$
    BEGIN
      IF corespond.viewer_role() IS DISTINCT FROM 'SYSTEM' THEN RAISE insufficient_privilege; END IF;
      UPDATE call_for_service c SET cautions = '[]'
      WHERE c.cautions <> '[]'
        AND EXISTS (SELECT FROM call_subject s WHERE s.call_id = c.id AND s.record_id = ANY (asked))
        AND NOT EXISTS (SELECT FROM call_subject s WHERE s.call_id = c.id AND s.record_id <> ALL (asked));
      DELETE FROM call_subject WHERE record_id = ANY (asked);
      DELETE FROM call_subject_history WHERE record_id = ANY (asked);
    END
  $$;
REVOKE ALL ON FUNCTION ${held}, ${active}, ${expunge} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ${held}, ${active}, ${expunge} TO "${appRole}";
`;
