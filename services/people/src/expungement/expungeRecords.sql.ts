import { roleIs } from "@corespond/kit";

import { legalRoles } from "../legalHold/legalHold.policy";

const held = "records_held(uuid[])";
const expunge = "expunge_records(uuid, uuid[], text)";

/**
 * The one way in which records are removed, for privacy officers, of their own county and of the agencies that they
 * serve. `records_held` tells whether a hold stands on any record of the same persons, past row-level security, for a
 * hold binds also those who may not know of it. What hangs on a record goes with it; of an emergency access the words
 * go and the fact stays; a golden person without a record goes, with the ids that redirect to it.
 */
export function expungeRecordsSql(appRole: string): string {
  const definer = "SECURITY DEFINER SET search_path = public, pg_temp";
  return `
    CREATE OR REPLACE FUNCTION records_held(asked uuid[]) RETURNS boolean LANGUAGE sql STABLE ${definer} AS $$
      SELECT EXISTS (
        SELECT FROM person_record named
        JOIN person_record known ON known.person_id = named.person_id
        JOIN legal_hold h ON h.record_id = known.id
        WHERE named.id = ANY (asked) AND NOT EXISTS (SELECT FROM legal_hold_release r WHERE r.hold_id = h.id))
    $$;
    CREATE OR REPLACE FUNCTION expunge_records(expungement_id uuid, asked uuid[], on_authority text) RETURNS uuid[]
      LANGUAGE plpgsql VOLATILE ${definer} AS $$
      DECLARE
        removed uuid[];
        persons uuid[];
      BEGIN
        IF NOT coalesce(${roleIs(...legalRoles)}, false) THEN RAISE insufficient_privilege; END IF;
        SELECT array_agg(r.id), array_agg(DISTINCT r.person_id) INTO removed, persons FROM (
          SELECT id, person_id FROM person_record
          WHERE id = ANY (asked) AND (source_agency_id = corespond.viewer_agency() OR source_agency_id = ANY (corespond.viewer_serves()))
          ORDER BY id FOR UPDATE) r;
        IF removed IS NULL OR records_held(removed) THEN RETURN '{}'; END IF;
        INSERT INTO expungement (id, county_agency_id, authority, record_hashes, performed_by)
        SELECT expungement_id, corespond.viewer_agency(), on_authority,
          array_agg(encode(sha256(convert_to(id::text, 'UTF8')), 'hex') ORDER BY id), corespond.viewer_id()
        FROM unnest(removed) id;
        UPDATE break_glass_review v SET note = NULL FROM break_glass b
          WHERE b.id = v.break_glass_id AND (b.record_id = ANY (removed) OR b.asked_person_id = ANY (persons));
        UPDATE break_glass SET reason_text = 'Expunged'
          WHERE record_id = ANY (removed) OR asked_person_id = ANY (persons);
        DELETE FROM person_record WHERE id = ANY (removed);
        WITH RECURSIVE gone AS (
          SELECT p.id FROM person p
          WHERE p.id = ANY (persons) AND NOT EXISTS (SELECT FROM person_record r WHERE r.person_id = p.id)
          UNION
          SELECT p.id FROM person p JOIN gone ON p.redirect_to = gone.id
        )
        DELETE FROM person p USING gone WHERE p.id = gone.id;
        RETURN removed;
      END $$;
    REVOKE ALL ON FUNCTION ${held}, ${expunge} FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION ${held}, ${expunge} TO "${appRole}";`;
}
