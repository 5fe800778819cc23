import { type AnyPolicy, type RequestContext, Role, type RowRule, viewerSql } from "@corespond/kit";

import { recordVisible } from "../record/record.policy";
import { deepFreeze } from "../rules/deepFreeze";
import type { LegalHoldRow } from "./legalHold.row";
import { LegalHold } from "./legalHold.type";

/** Who acts for the responsible authority in matters of law. */
export const legalRoles = [Role.PRIVACY_OFFICER] as const;

const privacy = {
  id: "privacy",
  roles: legalRoles,
  relation: "of a record that one sees",
  basis: "STATUTE",
  source: "Minn. Stat. 13.03, subd. 6; 13.05",
} as const satisfies Partial<RowRule>;

const visible = recordVisible({ recordId: "record_id", sourceAgencyId: "source_agency_id" });

const ofVisible = "EXISTS (SELECT FROM legal_hold h WHERE h.id = hold_id)";

/** Holds and their releases: privacy officers add them, and nobody changes one. */
export const legalHoldPolicy: AnyPolicy = {
  type: "LegalHold",
  tables: [
    {
      table: "legal_hold",
      select: [{ ...privacy, where: visible }],
      insert: [{ ...privacy, where: `placed_by = ${viewerSql.id} AND ${visible}` }],
    },
    {
      table: "legal_hold_release",
      select: [{ ...privacy, where: ofVisible }],
      insert: [{ ...privacy, where: `released_by = ${viewerSql.id} AND ${ofVisible}` }],
    },
  ],
  fields: [],
};

/** A hold with its release, as the loader reads it. */
export interface ReleasedLegalHold extends LegalHoldRow {
  readonly releasedAt: Date | null;
}

/** Makes the view of a hold: the only constructor. */
export function viewLegalHold({ audit }: RequestContext, row: ReleasedLegalHold): LegalHold {
  const { placedBy, ...shown } = row;
  audit.saw({ type: "LegalHold", id: row.id, recordIds: [row.recordId], basis: "STATUTE" });
  return deepFreeze(Object.assign(new LegalHold(), { ...shown, placedBy: { id: placedBy } }));
}
