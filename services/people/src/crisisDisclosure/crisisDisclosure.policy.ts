import { type AnyPolicy, type RequestContext, Role, type RowRule, viewerSql } from "@corespond/kit";

import { policeRoles } from "../record/viewerRoles";
import { deepFreeze } from "../rules/deepFreeze";
import type { CrisisDisclosureRow } from "./crisisDisclosure.row";
import type { CrisisDisclosureState } from "./crisisDisclosureState";
import { CrisisDisclosure } from "./crisisDisclosure.type";

const source = "Minn. Stat. 13.46, subd. 7 (c); 144.294, subd. 2";

/** Who decides for the county's responsible authority. */
export const authorizingRoles = [Role.PRIVACY_OFFICER] as const;

const requester = {
  id: "requester",
  roles: policeRoles,
  relation: "asked for by the viewer",
  basis: "CRISIS",
  source,
} as const satisfies Partial<RowRule>;

const authority = {
  id: "authority",
  roles: authorizingRoles,
  relation: "asked for by a member of the own county's programs",
  basis: "STATUTE",
  source,
} as const satisfies Partial<RowRule>;

const ofVisible = "EXISTS (SELECT FROM crisis_disclosure d WHERE d.id = disclosure_id)";

/** Requests, decisions and notices: each is added once, by whom it is for, and nobody changes one. */
export const crisisDisclosurePolicy: AnyPolicy = {
  type: "CrisisDisclosure",
  tables: [
    {
      table: "crisis_disclosure",
      select: [
        { ...requester, within: { column: "requested_by", ids: `ARRAY[${viewerSql.id}]` } },
        { ...authority, within: { column: "requesting_agency_id", ids: viewerSql.serves } },
      ],
      insert: [
        {
          ...requester,
          where: `requested_by = ${viewerSql.id} AND requesting_agency_id = ${viewerSql.agency}
            AND EXISTS (SELECT FROM person_record r WHERE r.id = record_id)`,
        },
      ],
    },
    {
      table: "crisis_decision",
      select: [
        { ...requester, where: ofVisible },
        { ...authority, where: ofVisible },
      ],
      insert: [{ ...authority, where: `decided_by = ${viewerSql.id} AND ${ofVisible}` }],
    },
    {
      table: "client_notice",
      select: [
        { ...requester, where: ofVisible },
        { ...authority, where: ofVisible },
      ],
      insert: [
        { ...requester, where: `recorded_by = ${viewerSql.id} AND ${ofVisible}` },
        { ...authority, where: `recorded_by = ${viewerSql.id} AND ${ofVisible}` },
      ],
    },
  ],
  fields: [],
};

/** A request with what became of it, as the loader reads it. */
export interface DecidedDisclosure extends CrisisDisclosureRow {
  readonly state: CrisisDisclosureState;
  readonly expiresAt: Date | null;
  readonly notifyClientBy: Date | null;
  readonly clientNotifiedAt: Date | null;
}

/** Makes the view of a disclosure: the only constructor. */
export function viewCrisisDisclosure({ audit }: RequestContext, row: DecidedDisclosure): CrisisDisclosure {
  const { requestedBy, requestingAgencyId, ...shown } = row;
  audit.saw({ type: "CrisisDisclosure", id: row.id, recordIds: [row.recordId], basis: "CRISIS" });
  return deepFreeze(
    Object.assign(new CrisisDisclosure(), {
      ...shown,
      requestedBy: { id: requestedBy },
      requestingAgency: { id: requestingAgencyId },
    }),
  );
}
