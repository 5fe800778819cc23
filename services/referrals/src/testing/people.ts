import { randomUUID } from "node:crypto";

import { Role, type ViewerClaims } from "@corespond/kit";
import { testViewer } from "@corespond/kit/testing";

/** The agencies and staff that every test of this slice knows. */
export type People = ReturnType<typeof people>;

/** Two departments with a social worker each, a dispatch centre for both, a county over them, and a provider. */
export function people() {
  const [department, otherDepartment, centre, county, organization, otherOrganization] = Array.from({ length: 6 }, () =>
    randomUUID(),
  ) as [string, string, string, string, string, string];
  const both = [department, otherDepartment];
  const staff = (role: Role, claims: Partial<ViewerClaims>): ViewerClaims => testViewer(role, claims);
  return {
    ...{ department, otherDepartment, centre, county, organization, otherOrganization },
    officer: staff(Role.OFFICER, { agencyId: department }),
    colleague: staff(Role.OFFICER, { agencyId: department }),
    strangeOfficer: staff(Role.OFFICER, { agencyId: otherDepartment }),
    dispatcher: staff(Role.DISPATCHER, { agencyId: centre, serves: both }),
    worker: staff(Role.SOCIAL_WORKER, { agencyId: county, serves: [department] }),
    secondWorker: staff(Role.SOCIAL_WORKER, { agencyId: county, serves: both }),
    strangeWorker: staff(Role.SOCIAL_WORKER, { agencyId: county, serves: [otherDepartment] }),
    supervisor: staff(Role.SUPERVISOR, { agencyId: county, serves: both }),
    privacyOfficer: staff(Role.PRIVACY_OFFICER, { agencyId: county, serves: both }),
    analyst: staff(Role.ANALYST, { agencyId: county, serves: both }),
    administrator: staff(Role.ADMINISTRATOR, { agencyId: county }),
    provider: staff(Role.PROVIDER, { organizationId: organization }),
    strangeProvider: staff(Role.PROVIDER, { organizationId: otherOrganization }),
    partner: staff(Role.PARTNER_CLIENT, { organizationId: organization }),
    anonymous: staff(Role.ANONYMOUS, {}),
  };
}
