import type { CountyData } from "../county/countyData";
import { StaffRole } from "../staff/staff.role";
import { agencies, organizations, staff } from "./testIds";

const employed = { activeFrom: "2018-01-01" };

/** The test county's staff, invented, and who may sign in as them. */
export const testStaff = {
  issuers: [
    { issuer: "https://login.brooklynpark.example", agencyId: agencies.brooklynPark },
    { issuer: "https://login.county.example", agencyId: agencies.county },
    { issuer: "https://login.shelter.example", organizationId: organizations.shelter },
    { issuer: "http://127.0.0.1:4000/demo", anyEmployer: true },
  ],
  staff: [
    {
      ...employed,
      id: staff.officer,
      givenName: "Olga",
      familyName: "Testperson",
      role: StaffRole.OFFICER,
      agencyId: agencies.brooklynPark,
    },
    {
      ...employed,
      id: staff.former,
      givenName: "Fred",
      familyName: "Example",
      role: StaffRole.OFFICER,
      agencyId: agencies.brooklynPark,
      activeTo: "2020-01-01",
    },
    {
      ...employed,
      id: staff.dispatcher,
      givenName: "Dan",
      familyName: "Testperson",
      role: StaffRole.DISPATCHER,
      agencyId: agencies.dispatch,
    },
    {
      ...employed,
      id: staff.socialWorker,
      givenName: "Sara",
      familyName: "Testperson",
      role: StaffRole.SOCIAL_WORKER,
      agencyId: agencies.county,
    },
    {
      ...employed,
      id: staff.newWorker,
      givenName: "Nina",
      familyName: "Example",
      role: StaffRole.SOCIAL_WORKER,
      agencyId: agencies.county,
    },
    {
      ...employed,
      id: staff.supervisor,
      givenName: "Sue",
      familyName: "Example",
      role: StaffRole.SUPERVISOR,
      agencyId: agencies.county,
    },
    {
      ...employed,
      id: staff.privacyOfficer,
      givenName: "Paul",
      familyName: "Example",
      role: StaffRole.PRIVACY_OFFICER,
      agencyId: agencies.county,
    },
    {
      ...employed,
      id: staff.analyst,
      givenName: "Ann",
      familyName: "Example",
      role: StaffRole.ANALYST,
      agencyId: agencies.county,
    },
    {
      ...employed,
      id: staff.administrator,
      givenName: "Adam",
      familyName: "Example",
      role: StaffRole.ADMINISTRATOR,
      agencyId: agencies.county,
    },
    {
      ...employed,
      id: staff.provider,
      givenName: "Pia",
      familyName: "Example",
      role: StaffRole.PROVIDER,
      organizationId: organizations.shelter,
    },
    {
      ...employed,
      id: staff.machine,
      familyName: "Shelter bed feed",
      role: StaffRole.PARTNER_CLIENT,
      organizationId: organizations.shelter,
    },
  ],
  logins: [
    { issuer: "https://login.brooklynpark.example", subject: "olga", staffId: staff.officer },
    { issuer: "https://login.brooklynpark.example", subject: "fred", staffId: staff.former },
    { issuer: "https://login.brooklynpark.example", subject: "stolen", staffId: staff.supervisor },
    { issuer: "https://login.county.example", subject: "sara", staffId: staff.socialWorker },
    { issuer: "https://login.shelter.example", subject: "feed", staffId: staff.machine },
    ...Object.entries(staff).map(([subject, staffId]) => ({ issuer: "http://127.0.0.1:4000/demo", subject, staffId })),
  ],
} as const satisfies CountyData;
