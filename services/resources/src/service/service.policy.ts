import type { RequestContext, AnyPolicy } from "@corespond/kit";

import { publicTable } from "../access/publicTable";
import { viewFields } from "../loading/viewFields";
import type { ServiceRow } from "./service.row";
import { ServiceStatus } from "./service.status";
import { Service } from "./service.type";

/** Services are public, and so is that a service is a protected program. */
export const servicePolicy: AnyPolicy = publicTable("Service", "service");

/** Makes a service's view. */
export function viewService(_context: RequestContext, row: ServiceRow): Service {
  const acceptsReferrals = row.acceptsReferrals && row.status === ServiceStatus.ACTIVE;
  return viewFields(Service, { ...row, acceptsReferrals }, [
    "id",
    "source",
    "externalId",
    "name",
    "alternateName",
    "description",
    "url",
    "email",
    "status",
    "interpretationServices",
    "applicationProcess",
    "feesDescription",
    "accreditations",
    "eligibilityDescription",
    "minimumAge",
    "maximumAge",
    "assuredDate",
    "assurerEmail",
    "alert",
    "lastModified",
    "acceptanceMode",
    "acceptsReferrals",
    "protectedProgram",
    "timeZone",
    "organizationId",
    "programId",
  ]);
}
