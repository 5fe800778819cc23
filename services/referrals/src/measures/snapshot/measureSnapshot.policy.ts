import {
  type AnyPolicy,
  graphError,
  type RequestContext,
  Role,
  type RowRule,
  type Viewer,
  viewerSql,
} from "@corespond/kit";

import { staffMemberOf } from "../../staffMember/staffMember.type";
import { ProgramOutcomes } from "../outcomes/outcomes.type";
import type { MeasureSnapshotRow } from "./measureSnapshot.row";
import { PublishedOutcomes } from "./publishedOutcomes.type";

/** Those who may publish. */
export const publishingRoles: readonly Role[] = [Role.SUPERVISOR];

/** Those of the county who may read what is published. */
const readingRoles: readonly Role[] = [Role.ANALYST, Role.SUPERVISOR, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR];

const ofOwnCounty: RowRule = {
  id: "ownCounty",
  roles: readingRoles,
  within: { column: "county_agency_id", ids: `ARRAY[${viewerSql.agency}]` },
  relation: "of the own county",
  basis: "STATUTE",
  source: "Minn. Stat. 13.05: summary data",
};

/** Published measures are read by those of the county who answer for the program, and changed by nobody. */
export const measureSnapshotPolicy: AnyPolicy = {
  type: "PublishedOutcomes",
  tables: [
    {
      table: "measure_snapshot",
      select: [ofOwnCounty],
      insert: [
        {
          id: "publishing",
          roles: publishingRoles,
          where: `county_agency_id = ${viewerSql.agency} AND published_by = ${viewerSql.id}`,
          relation: "of the own county",
          basis: ofOwnCounty.basis,
          source: ofOwnCounty.source,
        },
      ],
    },
  ],
  fields: [],
};

/** Refuses whoever may not read published measures at all, by the role alone. */
export function refusePublished(viewer: Viewer): void {
  if (readingRoles.includes(viewer.role)) return;
  throw graphError("FORBIDDEN", `\`publishedOutcomes\` is not for the role ${viewer.role}.`, {
    field: "publishedOutcomes",
  });
}

/** The view of a published measure. It holds nobody's data: small cells were withheld before it was stored. */
export function viewPublishedOutcomes(_context: RequestContext, row: MeasureSnapshotRow): PublishedOutcomes {
  const { id, publishedAt, publishedBy, result } = row;
  const outcomes = Object.assign(new ProgramOutcomes(), result);
  return Object.freeze(
    Object.assign(new PublishedOutcomes(), { id, publishedAt, publishedBy: staffMemberOf(publishedBy), outcomes }),
  );
}
