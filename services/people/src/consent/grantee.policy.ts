import { Role, type RowRule, viewerSql } from "@corespond/kit";

import { policeRoles, welfareRoles } from "../record/viewerRoles";
import { coversPurpose, inForce } from "./consent.force";

const ground = { basis: "CONSENT", source: "42 CFR 2.31; Minn. Stat. 13.05 subd. 4 and 144.293" } as const;
const inForceFor = (grantee: string): string => `${grantee} AND ${inForce} AND ${coversPurpose}`;
const namesAgency = inForceFor(`grantee_agency_ids @> ARRAY[${viewerSql.agency}]`);

/**
 * For whom a consent speaks: while it is in force and for the purposes that it covers, those whose agency or organization
 * it names. For police it never does where substance
 * use or victim service data is among what it covers, not even to treatment, payment and operations (42 CFR 2.12(d)).
 */
export const granteeRules: readonly RowRule[] = [
  {
    ...ground,
    id: "welfareNamed",
    roles: welfareRoles,
    where: namesAgency,
    relation: "in force, for its purpose, of an agency that it names",
  },
  {
    ...ground,
    id: "policeNamed",
    roles: policeRoles,
    where: `${namesAgency} AND NOT regimes && '{PART_2,VICTIM_RELEASE}'`,
    relation: "in force, for its purpose, of a department that it names, save over protected data",
  },
  {
    ...ground,
    id: "providerNamed",
    roles: [Role.PROVIDER],
    where: inForceFor(`grantee_organization_ids @> ARRAY[${viewerSql.organization}]`),
    relation: "in force, for its purpose, of an organization that it names",
  },
];
