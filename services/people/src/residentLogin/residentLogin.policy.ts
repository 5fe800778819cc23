import { type AnyPolicy, byTheHub, Role, type RowRule, viewerSql } from "@corespond/kit";

/** Who may link a resident's sign-in to the resident's records, after they proved who they are. */
export const linkingRoles: readonly Role[] = [Role.SOCIAL_WORKER, Role.PRIVACY_OFFICER];

const ofOwnCounty: RowRule = {
  id: "ownCounty",
  roles: linkingRoles,
  where: `agency_id = ${viewerSql.agency}`,
  relation: "linked by the own county",
  basis: "STATUTE",
  source: "Minn. Stat. 13.04, subd. 3; Minn. R. 1205.0400",
};

/** How residents sign in is for the gateway's look-up and for the county that proved who they are; it is in no type. */
export const residentLoginPolicy: AnyPolicy = {
  type: "a resident's sign-in",
  tables: [
    {
      table: "resident_login",
      select: [ofOwnCounty, byTheHub],
      insert: [{ ...ofOwnCounty, where: `agency_id = ${viewerSql.agency} AND linked_by = ${viewerSql.id}` }],
      update: [ofOwnCounty],
    },
    { table: "resident_login_record", select: [ofOwnCounty, byTheHub], insert: [ofOwnCounty] },
  ],
  fields: [],
};
