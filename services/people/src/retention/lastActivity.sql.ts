/**
 * When something last happened to a record in this slice: it was registered, or something was added that hangs on it.
 * Past row-level security, for what keeps a record keeps it also from those who may not know of it.
 */
export function lastActivitySql(appRole: string): string {
  const dated = [
    ["care_contact", "recorded_at"],
    ["crisis_strategy", "recorded_at"],
    ["crisis_disclosure", "requested_at"],
    ["legal_hold", "placed_at"],
    ["legal_process", "recorded_at"],
    ["data_request", "recorded_at"],
    ["statement_of_disagreement", "recorded_at"],
    ["consent", "effective_from"],
  ] as const;
  const parts = dated.map(([table, at]) => `(SELECT max(t.${at}) FROM ${table} t WHERE t.record_id = r.id)`);
  return `
    CREATE OR REPLACE FUNCTION last_activity(asked uuid) RETURNS timestamptz
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
      AS $$ SELECT greatest(r.recorded_at, ${parts.join(", ")}) FROM person_record r WHERE r.id = asked $$;
    REVOKE ALL ON FUNCTION last_activity(uuid) FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION last_activity(uuid) TO "${appRole}";`;
}
