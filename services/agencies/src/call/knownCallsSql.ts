/** The parts of a question about calls as they were known at an instant, each a piece of SQL. */
export interface KnownCalls {
  /** A relation, one row for each agency and code that are asked for, so that an index leads to the calls of each. */
  readonly given: string;
  /** Which of the calls `c`, and of what their histories held, named so too, belong to such a row. */
  readonly where: string;
  /** `timestamptz`: received at this instant or later. */
  readonly from: string;
  /** `timestamptz`: received before this instant. */
  readonly to: string;
  /** `timestamptz`: known at this instant; null for what is known now. */
  readonly knownAt: string;
}

/**
 * SQL of a relation: the calls of agencies in a period as they were known at an instant, `incident` being the number
 * under which each counts. A call that was corrected since is there as its history's row said it then. `OFFSET 0` keeps
 * the planner, who cannot guess how long the period is, from reading all of an agency's calls for the few of the codes.
 */
export const knownCallsSql = ({ given, where, from, to, knownAt }: KnownCalls): string => `
  SELECT known.* FROM ${given} CROSS JOIN LATERAL (
    SELECT c.id, c.agency_id, coalesce(c.counted_as, c.incident_number) AS incident, c.received_at
    FROM call_for_service c
    WHERE ${where} AND c.received_at >= ${from} AND c.received_at < ${to} AND (${knownAt} IS NULL OR c.changed_at <= ${knownAt})
    OFFSET 0) known
  UNION ALL
  SELECT known.* FROM ${given} CROSS JOIN LATERAL (
    SELECT c.call_id, c.agency_id, coalesce(c.counted_as, c.incident_number), c.received_at
    FROM call_history c
    WHERE ${where} AND c.received_at >= ${from} AND c.received_at < ${to}
      AND c.changed_at <= ${knownAt} AND ${knownAt} < c.superseded_at
    OFFSET 0) known`;

/**
 * SQL of a relation: which records were linked to which of an agency's calls as their subjects, as it was known at an
 * instant; `agency` is an expression. It is joined as a whole, for a probe per call would cost more than all links.
 */
export const knownSubjectsSql = ({
  agency,
  knownAt,
}: {
  readonly agency: string;
  readonly knownAt: string;
}): string => `
  SELECT s.call_id, s.record_id FROM call_subject s
  WHERE s.agency_id = ${agency} AND s.role = 'SUBJECT' AND (${knownAt} IS NULL OR s.linked_at <= ${knownAt})
  UNION ALL
  SELECT s.call_id, s.record_id FROM call_subject_history s
  WHERE s.agency_id = ${agency} AND s.role = 'SUBJECT' AND s.linked_at <= ${knownAt} AND ${knownAt} < s.unlinked_at`;
