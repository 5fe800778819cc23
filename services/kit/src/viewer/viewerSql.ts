import type { Role } from "./role";

/** Who asks, in the conditions of row-level security: each is a sub-select, so that it runs once per statement. */
export const viewerSql = {
  id: "(select corespond.viewer_id())",
  agency: "(select corespond.viewer_agency())",
  organization: "(select corespond.viewer_organization())",
  serves: "((select corespond.viewer_serves())::uuid[])",
  records: "((select corespond.viewer_records())::uuid[])",
  covers: "((select corespond.viewer_covers())::uuid[])",
  /** The purpose of use that the request states, an HL7 code. */
  purpose: "(select corespond.viewer() ->> 'purpose')",
} as const;

/** The condition that the hub itself acts: when it loads what happened before it ran. */
export const bySystem = "(select corespond.viewer_role()) = 'SYSTEM'";

/** The condition that the viewer has one of these roles. */
export function roleIs(...roles: readonly Role[]): string {
  return `(select corespond.viewer_role()) IN (${roles.map((role) => `'${role}'`).join(", ")})`;
}
