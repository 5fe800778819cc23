import {
  type Policy,
  redactionsOf,
  type RequestContext,
  Role,
  type RowRule,
  shownFields,
  viewerSql,
} from "@corespond/kit";

import { deepFreeze } from "../rules/deepFreeze";
import type { BreakGlassFinding } from "./breakGlass.enums";
import type { BreakGlassRow } from "./breakGlass.row";
import { BreakGlass } from "./breakGlass.type";

const source = "Minn. Stat. 13.46, subd. 2 (emergencies)";

/** Who may break the glass: never a police role, nor a provider. */
export const emergencyRoles = [Role.SOCIAL_WORKER, Role.SUPERVISOR] as const;

/** Who reviews it. */
export const reviewingRoles = [Role.PRIVACY_OFFICER] as const;

/** The rule of a table whose rows are a person's, for who has broken the glass: while it holds, at the instant. */
export const emergencyRule = (recordId: string): RowRule => ({
  id: "emergency",
  roles: emergencyRoles,
  within: { column: recordId, ids: "emergency_records()" },
  relation: "of a person for whom one has stated an emergency, for one hour",
  basis: "STATUTE",
  source,
});

const opener = {
  id: "opener",
  roles: emergencyRoles,
  relation: "opened by the viewer",
  basis: "STATUTE",
  source,
} as const satisfies Partial<RowRule>;

const reviewer = {
  id: "reviewer",
  roles: reviewingRoles,
  relation: "opened by staff of the own county",
  basis: "STATUTE",
  source: "Minn. Stat. 13.05, subd. 5",
} as const satisfies Partial<RowRule>;

const ofVisible = `reviewed_by = ${viewerSql.id} AND EXISTS (SELECT FROM break_glass b WHERE b.id = break_glass_id)`;

const reason = ["id", "person", "redactions", "openedBy", "reasonCode", "reasonText", "openedAt", "expiresAt"] as const;

const reviewed = ["personFound", "overdue", "review"] as const;

/** Emergency accesses and their reviews. The owner's function opens one; nobody changes one. */
export const breakGlassPolicy: Policy<(typeof reason)[number] | (typeof reviewed)[number]> = {
  type: "BreakGlass",
  tables: [
    {
      table: "break_glass",
      select: [
        { ...opener, within: { column: "opened_by", ids: `ARRAY[${viewerSql.id}]` } },
        { ...reviewer, within: { column: "agency_id", ids: `ARRAY[${viewerSql.agency}]` } },
      ],
    },
    {
      table: "break_glass_review",
      select: [{ ...reviewer, where: "EXISTS (SELECT FROM break_glass b WHERE b.id = break_glass_id)" }],
      insert: [{ ...reviewer, where: ofVisible }],
    },
  ],
  fields: [
    { ...opener, fields: reason },
    { ...reviewer, fields: [...reason, ...reviewed] },
  ],
};

/** An emergency access with its review, as the loader reads it. */
export interface ReviewedBreakGlass extends BreakGlassRow {
  readonly overdue: boolean;
  readonly review: {
    readonly finding: BreakGlassFinding;
    readonly note: string | null;
    readonly reviewedBy: string;
    readonly reviewedAt: string;
  } | null;
}

/** Makes the view of an emergency access: the only constructor. */
export function viewBreakGlass({ viewer, audit }: RequestContext, row: ReviewedBreakGlass): BreakGlass {
  const { shown, withheld } = shownFields(breakGlassPolicy, viewer, row as never);
  const { id, recordId, review } = row;
  audit.saw({ type: "BreakGlass", id, recordIds: recordId === null ? [] : [recordId], basis: "STATUTE", withheld });
  return deepFreeze(
    Object.assign(new BreakGlass(), {
      id,
      askedPersonId: row.askedPersonId,
      openedBy: { id: row.openedBy },
      reasonCode: row.reasonCode,
      reasonText: row.reasonText,
      openedAt: row.openedAt,
      expiresAt: row.expiresAt,
      personFound: shown("personFound", recordId !== null),
      overdue: shown("overdue", row.overdue),
      review: shown(
        "review",
        review && { ...review, reviewedBy: { id: review.reviewedBy }, reviewedAt: new Date(review.reviewedAt) },
      ),
      redactions: redactionsOf(withheld),
    }),
  );
}
