import { roleIs } from "@corespond/kit";

import { emergencyRoles } from "./breakGlass.policy";

const signature = "open_break_glass(uuid, uuid, text, text)";

/**
 * Opens an emergency access for one hour. It finds the person past row-level security, so that nobody can name a record
 * that they do not know, and it answers alike whether or not there is one.
 */
export function openBreakGlassSql(appRole: string): string {
  return `
    CREATE OR REPLACE FUNCTION open_break_glass(opened uuid, asked uuid, code text, explanation text) RETURNS void
      LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
      AS $$
        INSERT INTO break_glass (id, asked_person_id, record_id, opened_by, agency_id, reason_code, reason_text, opened_at, expires_at)
        SELECT opened, asked, (
            SELECT r.id FROM golden_ids(ARRAY[asked]) golden JOIN person_record r ON r.person_id = golden.person_id
            ORDER BY r.recorded_at DESC, r.id DESC LIMIT 1),
          corespond.viewer_id(), corespond.viewer_agency(), code, explanation, now, now + interval '1 hour'
        FROM clock_timestamp() now
        WHERE ${roleIs(...emergencyRoles)}
      $$;
    REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION ${signature} TO "${appRole}";`;
}
