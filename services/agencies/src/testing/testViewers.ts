import { Role } from "@corespond/kit";
import { testViewer } from "@corespond/kit/testing";

import { agencies, organizations, staff } from "./testIds";

const ofCounty = {
  agencyId: agencies.county,
  serves: [agencies.brooklynPark, agencies.bloomington, agencies.southLake],
};

/** The test county's staff as viewers, as the gateway would make them. */
export const viewers = {
  anonymous: testViewer(Role.ANONYMOUS),
  officer: testViewer(Role.OFFICER, { id: staff.officer, agencyId: agencies.brooklynPark }),
  dispatcher: testViewer(Role.DISPATCHER, {
    id: staff.dispatcher,
    agencyId: agencies.dispatch,
    serves: [agencies.brooklynPark, agencies.southLake],
  }),
  socialWorker: testViewer(Role.SOCIAL_WORKER, {
    id: staff.socialWorker,
    agencyId: agencies.county,
    serves: [agencies.brooklynPark, agencies.southLake],
  }),
  supervisor: testViewer(Role.SUPERVISOR, { id: staff.supervisor, ...ofCounty }),
  privacyOfficer: testViewer(Role.PRIVACY_OFFICER, { id: staff.privacyOfficer, ...ofCounty }),
  analyst: testViewer(Role.ANALYST, { id: staff.analyst, ...ofCounty }),
  administrator: testViewer(Role.ADMINISTRATOR, { id: staff.administrator, agencyId: agencies.county }),
  provider: testViewer(Role.PROVIDER, { id: staff.provider, organizationId: organizations.shelter }),
  machine: testViewer(Role.PARTNER_CLIENT, { id: staff.machine, organizationId: organizations.shelter }),
  system: testViewer(Role.SYSTEM, { id: null }),
} as const;
