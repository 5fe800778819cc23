import { type Policy, type RequestContext, Role, type RowRule, shownFields, viewerSql } from "@corespond/kit";

import { recordVisible } from "../record/record.policy";
import { policeRoles, welfareRoles } from "../record/viewerRoles";
import { deepFreeze } from "../rules/deepFreeze";
import { type CareContact, CrisisPlan } from "./crisisPlan.type";

/** Who keeps plans for a crisis. */
export const planningRoles = [Role.SOCIAL_WORKER] as const;

const welfare: Omit<RowRule, "id" | "where"> = {
  roles: welfareRoles,
  relation: "of a record that one sees",
  basis: "WELFARE_COORDINATION",
  source: "Minn. Stat. 13.46",
};

const disclosed = {
  id: "disclosed",
  roles: policeRoles,
  relation: "disclosed to the viewer in a crisis, until it ends",
  basis: "CRISIS",
  source: "Minn. Stat. 13.46, subd. 7 (c); 144.294",
} as const;

/** What helps in a crisis: welfare data, and in a crisis what police are told of it. Nobody changes a row in place. */
export const crisisPlanPolicy: Policy<"careContacts" | "strategies"> = {
  type: "CrisisPlan",
  tables: ["care_contact", "crisis_strategy"].map((table) => ({
    table,
    select: [
      {
        ...welfare,
        id: "ofVisibleRecord",
        where: recordVisible({ recordId: "record_id", sourceAgencyId: "source_agency_id" }),
      },
      { ...disclosed, within: { column: "record_id", ids: "ARRAY(SELECT d.record_id FROM crisis_disclosed() d)" } },
    ],
    insert: [
      {
        ...welfare,
        id: "planning",
        roles: planningRoles,
        where: `recorded_by = ${viewerSql.id} AND ${recordVisible({ recordId: "record_id", sourceAgencyId: "source_agency_id" })}`,
      },
    ],
  })),
  fields: [
    { ...welfare, id: "welfare", fields: ["careContacts", "strategies"] },
    { ...disclosed, fields: ["careContacts", "strategies"] },
  ],
};

/** A plan's parts, as a loader reads them. */
export interface PlanRow {
  readonly recordIds: readonly string[];
  readonly careContacts: readonly CareContact[];
  readonly strategies: readonly string[];
}

/** Makes the view of a plan: the only constructor. */
export function viewCrisisPlan({ viewer, audit }: RequestContext, id: string, row: PlanRow): CrisisPlan {
  const { shown, basis } = shownFields(crisisPlanPolicy, viewer, row as never);
  for (const ground of basis) audit.saw({ type: "CrisisPlan", id, recordIds: row.recordIds, basis: ground });
  return deepFreeze(
    Object.assign(new CrisisPlan(), {
      careContacts: shown("careContacts", row.careContacts) ?? [],
      strategies: shown("strategies", row.strategies) ?? [],
    }),
  );
}
