const expunge = "expunge_records(uuid[])";

/**
 * What the hub does here that was told of an expungement: the words and the link to the person go; that there was a
 * referral, when, and how it went stays for the program's figures, under an id that leads nowhere; what was open is
 * cancelled.
 */
export const expungeFunction = (appRole: string): string => `
CREATE OR REPLACE FUNCTION expunge_records(asked uuid[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, corespond, pg_temp
  AS $$
    DECLARE
      expunged uuid;
      nobody uuid;
    BEGIN
      IF corespond.viewer_role() IS DISTINCT FROM 'SYSTEM' THEN RAISE insufficient_privilege; END IF;
      FOREACH expunged IN ARRAY asked LOOP
        nobody := gen_random_uuid();
        UPDATE referral_event e SET reason_text = NULL FROM referral r
          WHERE r.id = e.referral_id AND r.record_id = expunged AND e.reason_text IS NOT NULL;
        UPDATE referral_message SET record_id = nobody, body = 'Expunged' WHERE record_id = expunged;
        UPDATE contact SET record_id = nobody, notes = NULL WHERE record_id = expunged;
        UPDATE service_referral SET record_id = nobody, message = NULL, age_band = NULL, consent_id = NULL, sight_days = 0,
          eligibility_questions = '{}', eligibility_answers = '{}', closed_at = coalesce(closed_at, clock_timestamp()),
          status = CASE WHEN status IN ('REQUESTED', 'ACCEPTED') THEN 'CANCELLED' ELSE status END,
          status_reason_code = CASE WHEN status IN ('REQUESTED', 'ACCEPTED') THEN 'OTHER' ELSE status_reason_code END,
          status_reason_text = CASE WHEN status IN ('REQUESTED', 'ACCEPTED') OR status_reason_text IS NOT NULL THEN 'Expunged' END,
          legal_basis_citation = CASE WHEN legal_basis IS NOT NULL THEN 'Expunged' END
          WHERE record_id = expunged;
        UPDATE referral SET record_id = nobody, call_id = NULL, narrative = NULL,
          status = CASE WHEN status IN ('REQUESTED', 'ACCEPTED', 'IN_PROGRESS', 'ON_HOLD') THEN 'CANCELLED' ELSE status END,
          status_reason_code = CASE WHEN status IN ('REQUESTED', 'ACCEPTED', 'IN_PROGRESS') THEN 'OTHER' ELSE status_reason_code END,
          status_reason_text = CASE WHEN status IN ('REQUESTED', 'ACCEPTED', 'IN_PROGRESS') OR status_reason_text IS NOT NULL THEN 'Expunged' END,
          legal_basis_citation = CASE WHEN legal_basis IS NOT NULL THEN 'Expunged' END
          WHERE record_id = expunged;
        DELETE FROM call_fact_subject WHERE record_id = expunged;
        DELETE FROM call_fact_subject_history WHERE record_id = expunged;
      END LOOP;
    END
  $$;
REVOKE ALL ON FUNCTION ${expunge} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ${expunge} TO "${appRole}";
`;
