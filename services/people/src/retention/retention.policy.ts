import { type AnyPolicy, type RowRule, viewerSql } from "@corespond/kit";

import { legalRoles } from "../legalHold/legalHold.policy";

const county = {
  id: "ownCounty",
  roles: legalRoles,
  relation: "of the own county",
  basis: "STATUTE",
  source: "Minn. Stat. 138.17; 15.17",
} as const satisfies Partial<RowRule>;

const within = { column: "county_agency_id", ids: `ARRAY[${viewerSql.agency}]` };

/** How long records are kept. Nobody changes a rule: the newest counts. */
export const retentionPolicy: AnyPolicy = {
  type: "RetentionRule",
  tables: [
    {
      table: "retention_rule",
      select: [{ ...county, within }],
      insert: [{ ...county, where: `recorded_by = ${viewerSql.id} AND county_agency_id = ${viewerSql.agency}` }],
    },
  ],
  fields: [],
};

/** What remains of a removed record: that it was removed, by whom, on what authority. The owner's function writes it. */
export const expungementPolicy: AnyPolicy = {
  type: "Expungement",
  tables: [{ table: "expungement", select: [{ ...county, within }] }],
  fields: [],
};
