import { type AnyPolicy, type RequestContext, type RowRule, viewerSql } from "@corespond/kit";

import { emergencyRule } from "../breakGlass/breakGlass.policy";
import { legalRoles } from "../legalHold/legalHold.policy";
import { recordRules, recordVisible } from "../record/record.policy";
import { deepFreeze } from "../rules/deepFreeze";
import { StatementOfDisagreement } from "./disagreement.type";

const terms: Pick<RowRule, "basis" | "source"> = { basis: "OWN_RECORD", source: "Minn. Stat. 13.04, subd. 4" };

const columns = { recordId: "record_id", sourceAgencyId: "source_agency_id" };

/** Whoever sees a record sees what the person says against it; privacy officers record it. */
export const disagreementPolicy: AnyPolicy = {
  type: "StatementOfDisagreement",
  tables: [
    {
      table: "statement_of_disagreement",
      select: [...recordRules(columns), emergencyRule("record_id")],
      insert: [
        {
          ...terms,
          id: "privacy",
          roles: legalRoles,
          relation: "of a record that one sees",
          where: `recorded_by = ${viewerSql.id} AND ${recordVisible(columns)}`,
        },
      ],
    },
  ],
  fields: [],
};

/** A statement as the loader reads it. */
export interface DisagreementRow {
  readonly recordId: string;
  readonly statement: string;
  readonly recordedAt: Date;
}

/** Makes the view of a statement: the only constructor. */
export function viewDisagreement({ audit }: RequestContext, row: DisagreementRow): StatementOfDisagreement {
  const { recordId, statement, recordedAt } = row;
  audit.saw({ type: "StatementOfDisagreement", id: recordId, recordIds: [recordId], basis: "OWN_RECORD" });
  return deepFreeze(Object.assign(new StatementOfDisagreement(), { statement, recordedAt }));
}
