/**
 * SQL: keeps what calls say before they change, at `$1`. `changing` names a table or query with their `call_id`s, each once.
 * A call that has changed at the same instant already is left: what it said for no time was never said.
 */
export function historySql(changing: string): string {
  return `
    INSERT INTO call_history (call_id, agency_id, incident_number, counted_as, received_at, nature_code, common_code, beat,
      place, changed_at, superseded_at)
    SELECT c.id, c.agency_id, c.incident_number, c.counted_as, c.received_at, c.nature_code, c.common_code, c.beat,
      c.place, c.changed_at, greatest($1::timestamptz, c.changed_at + interval '1 microsecond')
    FROM ${changing} changing JOIN call_for_service c ON c.id = changing.call_id
    WHERE c.changed_at <> $1::timestamptz`;
}
