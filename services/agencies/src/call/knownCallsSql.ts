/** The parts of a question about calls as they were known at an instant, each an expression in SQL. */
export interface KnownCalls {
  /** `uuid[]`: whose calls. */
  readonly agencies: string;
  /** `timestamptz`: received at this instant or later. */
  readonly from: string;
  /** `timestamptz`: received before this instant. */
  readonly to: string;
  /** `timestamptz`: known at this instant; null for what is known now. */
  readonly knownAt: string;
}

/**
 * SQL of a relation: the calls of agencies in a period as they were known at an instant, `incident` being the number
 * under which each counts. A call that was corrected since is there as its history's row said it then.
 */
export const knownCallsSql = ({ agencies, from, to, knownAt }: KnownCalls): string => `
  SELECT c.id, c.agency_id, coalesce(c.counted_as, c.incident_number) AS incident, c.received_at, c.common_code
  FROM call_for_service c
  WHERE c.agency_id = ANY (${agencies}) AND c.received_at >= ${from} AND c.received_at < ${to}
    AND (${knownAt} IS NULL OR c.changed_at <= ${knownAt})
  UNION ALL
  SELECT h.call_id, h.agency_id, coalesce(h.counted_as, h.incident_number), h.received_at, h.common_code
  FROM call_history h
  WHERE h.agency_id = ANY (${agencies}) AND h.received_at >= ${from} AND h.received_at < ${to}
    AND h.changed_at <= ${knownAt} AND ${knownAt} < h.superseded_at`;

/** SQL of a relation: who was linked to calls of agencies as their subject, as it was known at an instant. */
export const knownSubjectsSql = ({ agencies, knownAt }: Pick<KnownCalls, "agencies" | "knownAt">): string => `
  SELECT s.call_id, s.record_id FROM call_subject s
  WHERE s.agency_id = ANY (${agencies}) AND s.role = 'SUBJECT' AND (${knownAt} IS NULL OR s.linked_at <= ${knownAt})
  UNION ALL
  SELECT s.call_id, s.record_id FROM call_subject_history s
  WHERE s.agency_id = ANY (${agencies}) AND s.role = 'SUBJECT' AND s.linked_at <= ${knownAt} AND ${knownAt} < s.unlinked_at`;
