import { accessSql } from "../database/accessSql";
import { accessOf, type AnyPolicy } from "../policy/policy";
import { everyRole } from "../policy/standingRules";
import { Role } from "../viewer/role";

/** The kind of grant under which a slice names the records whose accesses its viewer may read. */
export const auditedRecords = "audited";

/**
 * Who adds to the audit and who reads it. Everybody's requests are recorded under the viewer whom the gateway signed and
 * under nobody else's name. A privacy officer reads what concerns the records that they may see, and nothing else.
 */
export const auditPolicy: AnyPolicy = {
  type: "AuditEntry",
  tables: [
    {
      table: "audit_entry",
      select: [
        {
          id: "ofVisibleRecord",
          roles: [Role.PRIVACY_OFFICER],
          relation: "of a record that one sees",
          basis: "STATUTE",
          source: "Minn. Stat. 13.055; 45 CFR 164.528",
          where: `record_ids && (select corespond.granted('${auditedRecords}'))::uuid[]`,
        },
      ],
      insert: [
        {
          id: "ownRequest",
          roles: everyRole,
          relation: "made the request",
          basis: "STATUTE",
          source: "CJIS Security Policy 5.4.1",
          where: `viewer_id IS NOT DISTINCT FROM (select corespond.viewer_id())
            AND viewer_role = (select corespond.viewer_role())
            AND agency_id IS NOT DISTINCT FROM (select corespond.viewer_agency())
            AND organization_id IS NOT DISTINCT FROM (select corespond.viewer_organization())
            AND request_id = (select corespond.viewer() ->> 'requestId')
            AND client = (select corespond.viewer() ->> 'client')
            AND purpose = (select corespond.viewer() ->> 'purpose')`,
        },
      ],
    },
  ],
  fields: [],
};

/** The blocks hold ids of rows and hashes; only the owner's functions read them. */
const blockAccess = { table: "audit_block", select: "false" } as const;

/** What `<slice>_app` states of an audit row; when it was recorded, and its place in the order, the database says. */
const stated = `id, request_id, viewer_id, viewer_role, agency_id, organization_id, client, purpose, operation, action,
  subjects, record_ids, fields, basis, withheld, outcome, codes`;

/** The SQL that gives `<slice>_app` this access: it may add rows, read what the policy lets it, and nothing else. */
export function auditAccessSql(roles: { readonly app: string; readonly owner: string }): string {
  const app = `"${roles.app.replaceAll('"', '""')}"`;
  return [
    ...[...accessOf([auditPolicy]), blockAccess].map((access) => accessSql(access, roles)),
    `REVOKE INSERT ON audit_entry FROM ${app};`,
    `GRANT INSERT (${stated}) ON audit_entry TO ${app};`,
    `REVOKE ALL ON audit_block, corespond.audit_counter FROM ${app};`,
    `REVOKE ALL ON FUNCTION corespond.audit_faults(audit_block, audit_block) FROM PUBLIC, ${app};`,
  ].join("\n");
}
