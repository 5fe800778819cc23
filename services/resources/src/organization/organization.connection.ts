import { connectionType } from "@corespond/kit";

import { Organization } from "./organization.type";

/** A page of organizations. */
export const OrganizationConnection = connectionType(Organization, "Organization");
