import type { RequestContext, AnyPolicy } from "@corespond/kit";

import { publicTable } from "../access/publicTable";
import { viewFields } from "../loading/viewFields";
import type { OrganizationRow } from "./organization.row";
import { Organization } from "./organization.type";

/** Organizations are public. */
export const organizationPolicy: AnyPolicy = publicTable("Organization", "organization");

/** Makes an organization's view. */
export function viewOrganization(_context: RequestContext, row: OrganizationRow): Organization {
  return viewFields(Organization, row, [
    "id",
    "source",
    "externalId",
    "name",
    "alternateName",
    "description",
    "email",
    "website",
    "taxStatus",
    "taxId",
    "yearIncorporated",
    "legalStatus",
    "logo",
    "uri",
    "parentOrganizationId",
  ]);
}
