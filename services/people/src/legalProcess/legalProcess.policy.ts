import { type AnyPolicy, type RequestContext, type RowRule, viewerSql } from "@corespond/kit";

import { legalRoles } from "../legalHold/legalHold.policy";
import { recordVisible } from "../record/record.policy";
import { deepFreeze } from "../rules/deepFreeze";
import { LegalProcessKind } from "./legalProcessKind";
import type { LegalProcessRow } from "./legalProcess.row";
import { LegalProcess } from "./legalProcess.type";

const privacy = {
  id: "privacy",
  roles: legalRoles,
  relation: "of a record that one sees",
  basis: "COURT_ORDER",
  source: "42 CFR 2.61; Minn. Stat. 13.03, subd. 6",
} as const satisfies Partial<RowRule>;

const visible = recordVisible({ recordId: "record_id", sourceAgencyId: "source_agency_id" });

const ofVisible = "EXISTS (SELECT FROM legal_process p WHERE p.id = process_id)";

/** Processes and their answers: privacy officers keep them, and nobody changes one. */
export const legalProcessPolicy: AnyPolicy = {
  type: "LegalProcess",
  tables: [
    {
      table: "legal_process",
      select: [{ ...privacy, where: visible }],
      insert: [{ ...privacy, where: `recorded_by = ${viewerSql.id} AND ${visible}` }],
    },
    {
      table: "legal_process_answer",
      select: [{ ...privacy, where: ofVisible }],
      insert: [{ ...privacy, where: `answered_by = ${viewerSql.id} AND ${ofVisible}` }],
    },
  ],
  fields: [],
};

/** A process with its answer, as the loader reads it. */
export interface AnsweredProcess extends LegalProcessRow {
  readonly disclosed: boolean | null;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
}

/** Makes the view of a process: the only constructor. */
export function viewLegalProcess({ audit }: RequestContext, row: AnsweredProcess): LegalProcess {
  audit.saw({
    type: "LegalProcess",
    id: row.id,
    recordIds: [row.recordId],
    basis: row.kind === LegalProcessKind.STATUTE ? "STATUTE" : "COURT_ORDER",
  });
  return deepFreeze(Object.assign(new LegalProcess(), row));
}
