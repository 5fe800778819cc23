import { type AnyPolicy, type RowRule, viewerSql } from "@corespond/kit";

import { recordVisible } from "../record/record.policy";
import { registeringRoles, welfareRoles } from "../record/viewerRoles";

const terms: Pick<RowRule, "basis" | "source"> = { basis: "STATUTE", source: "Minn. Stat. 13.04, subd. 2" };

/** That a warning was given: who registers says so, the welfare side may look. */
export const tennessenPolicy: AnyPolicy = {
  type: "TennessenWarning",
  tables: [
    {
      table: "tennessen_warning",
      select: [
        {
          ...terms,
          id: "ofVisibleRecord",
          roles: welfareRoles,
          relation: "of a record that one sees",
          where: recordVisible({ recordId: "record_id", sourceAgencyId: "source_agency_id" }),
        },
      ],
      insert: [
        {
          ...terms,
          id: "registering",
          roles: registeringRoles,
          relation: "for the own agency",
          where: `source_agency_id = ${viewerSql.agency}`,
        },
      ],
    },
  ],
  fields: [],
};
