/**
 * SQL: tells other slices of the changed calls with persons in them, as `recordCall` does; of no other call do they know.
 * `changed` names a table or query with `call_id`s.
 */
export function callRecordedSql(changed: string): string {
  return `
    INSERT INTO outbox (id, type, entity_id, payload)
    SELECT uuidv7(), 'call.recorded', c.id, jsonb_build_object(
      'callId', c.id,
      'agencyId', c.agency_id,
      'incidentNumber', coalesce(c.counted_as, c.incident_number),
      'receivedAt', to_char(c.received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'commonCode', c.common_code,
      'subjects', s.subjects)
    FROM (SELECT DISTINCT call_id FROM ${changed}) AS changed
    JOIN call_for_service c ON c.id = changed.call_id
    CROSS JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('recordId', p.record_id, 'role', p.role)
        ORDER BY p.position, p.record_id, p.role) AS subjects
      FROM call_subject p WHERE p.call_id = c.id) AS s
    WHERE s.subjects IS NOT NULL`;
}
