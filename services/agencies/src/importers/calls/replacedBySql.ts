/**
 * SQL: the number of the incident that an incident was replaced by, null where by none. What its own call says (`own`) is
 * first; then what the survivors say, the newest first, and of two of the same time the one whose number sorts higher.
 */
export function replacedBySql({ agency, number, own }: Readonly<Record<"agency" | "number" | "own", string>>): string {
  return `coalesce(${own}, (
      SELECT survivor.replaced_by FROM call_replacement survivor WHERE survivor.agency_id = ${agency} AND survivor.incident_number = ${number}
      ORDER BY survivor.source_updated_at DESC NULLS LAST, survivor.replaced_by COLLATE "C" DESC LIMIT 1))`;
}
