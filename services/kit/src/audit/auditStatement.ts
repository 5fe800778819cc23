import { v7 as uuidv7 } from "uuid";

import type { Statement } from "../database/statement";
import type { Viewer } from "../viewer/viewer";
import type { AuditFacts } from "./auditFacts";

/** The statement that adds one audit row; `operation` is the client's name for what it asked. */
export function auditStatement(
  slice: string,
  by: { readonly viewer: Viewer; readonly operation: string },
  facts: AuditFacts,
): Statement {
  const { viewer, operation } = by;
  return {
    name: `${slice}.audit.insert`,
    text: `INSERT INTO audit_entry (id, request_id, viewer_id, viewer_role, agency_id, organization_id, client, purpose,
             operation, action, subjects, record_ids, fields, basis, withheld, outcome, codes)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    values: [
      uuidv7(),
      viewer.requestId,
      viewer.id,
      viewer.role,
      viewer.agencyId,
      viewer.organizationId,
      viewer.client,
      viewer.purpose,
      operation.slice(0, 200),
      facts.action,
      JSON.stringify(facts.subjects),
      facts.recordIds ?? [],
      facts.fields ?? [],
      facts.basis ?? [],
      facts.withheld ?? [],
      facts.outcome ?? "SUCCESS",
      facts.codes ?? [],
    ],
  };
}
