import type { CountyData } from "@corespond/agencies";
import { Role } from "@corespond/kit";

import { localIssuerName } from "../../issuer/localIssuer";
import { demoId } from "../demoIds";
import { organizationId, type OrganizationKey } from "../directory/directoryOrganizations";
import { agencyId, type AgencyKey } from "./countyAgencies";

type StaffRole = NonNullable<CountyData["staff"]>[number]["role"];

/** A staff member; the employer is an agency or an organization. */
interface DemoStaffMember {
  readonly given?: string;
  readonly family: string;
  readonly role: StaffRole;
  readonly agency?: AgencyKey;
  readonly organization?: OrganizationKey;
}

/**
 * All staff, by the subject that the local issuer asserts of them: the demonstration's accounts, and colleagues for
 * whom nobody signs in but the story that the demonstration tells.
 */
const staff = {
  officer: { given: "Olivia", family: "Testofficer", role: Role.OFFICER, agency: "brooklynPark" },
  "colleague:officer-plymouth": { given: "Paula", family: "Testpatrol", role: Role.OFFICER, agency: "plymouth" },
  "colleague:officer-bloomington": {
    given: "Bruno",
    family: "Sampleofficer",
    role: Role.OFFICER,
    agency: "bloomington",
  },
  "colleague:deputy": { given: "Dale", family: "Exampledeputy", role: Role.OFFICER, agency: "sheriff" },
  dispatcher: { given: "Dana", family: "Testdispatcher", role: Role.DISPATCHER, agency: "dispatch" },
  "colleague:dispatcher": { given: "Devon", family: "Exampledispatcher", role: Role.DISPATCHER, agency: "dispatch" },
  "social-worker": { given: "Sam", family: "Testworker", role: Role.SOCIAL_WORKER, agency: "county" },
  "colleague:social-worker-south": {
    given: "Wren",
    family: "Exampleworker",
    role: Role.SOCIAL_WORKER,
    agency: "county",
  },
  "colleague:social-worker-west": { given: "Toni", family: "Sampleworker", role: Role.SOCIAL_WORKER, agency: "county" },
  "colleague:social-worker-brooklyn-center": {
    given: "Bao",
    family: "Testhelper",
    role: Role.SOCIAL_WORKER,
    agency: "county",
  },
  "colleague:social-worker-crystal": {
    given: "Cleo",
    family: "Samplehelper",
    role: Role.SOCIAL_WORKER,
    agency: "county",
  },
  "colleague:social-worker-eden-prairie": {
    given: "Emil",
    family: "Examplehelper",
    role: Role.SOCIAL_WORKER,
    agency: "county",
  },
  "colleague:social-worker-edina": {
    given: "Erin",
    family: "Testhelper",
    role: Role.SOCIAL_WORKER,
    agency: "county",
  },
  "colleague:social-worker-maple-grove": {
    given: "Martin",
    family: "Samplehelper",
    role: Role.SOCIAL_WORKER,
    agency: "county",
  },
  "colleague:social-worker-new-hope": {
    given: "Nell",
    family: "Examplehelper",
    role: Role.SOCIAL_WORKER,
    agency: "county",
  },
  "colleague:social-worker-plymouth": {
    given: "Pia",
    family: "Testhelper",
    role: Role.SOCIAL_WORKER,
    agency: "county",
  },
  "colleague:social-worker-richfield": {
    given: "Ren",
    family: "Samplehelper",
    role: Role.SOCIAL_WORKER,
    agency: "county",
  },
  "colleague:social-worker-robbinsdale": {
    given: "Robin",
    family: "Examplehelper",
    role: Role.SOCIAL_WORKER,
    agency: "county",
  },
  supervisor: { given: "Sidney", family: "Testsupervisor", role: Role.SUPERVISOR, agency: "county" },
  "privacy-officer": { given: "Priya", family: "Testprivacy", role: Role.PRIVACY_OFFICER, agency: "county" },
  analyst: { given: "Alex", family: "Testanalyst", role: Role.ANALYST, agency: "county" },
  administrator: { given: "Addison", family: "Testadmin", role: Role.ADMINISTRATOR, agency: "county" },
  provider: { given: "Parker", family: "Testprovider", role: Role.PROVIDER, organization: "counseling" },
  "colleague:provider-recovery": {
    given: "Reese",
    family: "Exampleprovider",
    role: Role.PROVIDER,
    organization: "recovery",
  },
  "partner-client": {
    family: "Example Counseling Center's machine",
    role: Role.PARTNER_CLIENT,
    organization: "counseling",
  },
} as const satisfies Readonly<Record<string, DemoStaffMember>>;

/** Who acts in the demonstration: the subject of a login. */
export type DemoLogin = keyof typeof staff;

const staffId = (login: DemoLogin): string => demoId("staff", login);
const logins = Object.keys(staff) as readonly DemoLogin[];

/** The staff as the agencies slice takes them. */
export const countyStaff: NonNullable<CountyData["staff"]> = Object.entries<DemoStaffMember>(staff).map(
  ([login, { given, family, role, agency, organization }]) => ({
    id: staffId(login as DemoLogin),
    givenName: given ?? null,
    familyName: family,
    role,
    agencyId: agency ? agencyId(agency) : null,
    organizationId: organization ? organizationId(organization) : null,
    activeFrom: "2019-01-01",
    activeTo: null,
  }),
);

/** The local issuer, which asserts demonstration staff of every employer. */
export const countyIssuers: NonNullable<CountyData["issuers"]> = [{ issuer: localIssuerName, anyEmployer: true }];

/** Who may sign in: everybody, by the name of the account. */
export const countyLogins: NonNullable<CountyData["logins"]> = logins.map((login) => ({
  issuer: localIssuerName,
  subject: login,
  staffId: staffId(login),
}));

type Assigned = readonly [login: DemoLogin, agency: AgencyKey, fte: number, from: string, to?: string];

const assigned: readonly Assigned[] = [
  ["social-worker", "hopkins", 0.5, "2019-01-01", "2022-01-01"],
  ["social-worker", "brooklynPark", 0.5, "2019-01-01"],
  ["social-worker", "plymouth", 0.5, "2022-01-01"],
  ["colleague:social-worker-south", "bloomington", 0.8, "2019-01-01"],
  ["colleague:social-worker-south", "southLakeMinnetonka", 0.2, "2022-02-01"],
  ["colleague:social-worker-west", "minnetonka", 0.4, "2019-01-01"],
  ["colleague:social-worker-west", "stLouisPark", 0.3, "2019-01-01"],
  ["colleague:social-worker-west", "hopkins", 0.3, "2022-01-01"],
  ["colleague:social-worker-plymouth", "plymouth", 0.5, "2019-01-01"],
  ["colleague:social-worker-plymouth", "corcoran", 0.25, "2022-01-01"],
  ["colleague:social-worker-plymouth", "medina", 0.25, "2022-02-01"],
  ["colleague:social-worker-brooklyn-center", "brooklynCenter", 1, "2021-01-01"],
  ["colleague:social-worker-crystal", "crystal", 0.5, "2021-01-01"],
  ["colleague:social-worker-crystal", "robbinsdale", 0.5, "2021-01-01"],
  ["colleague:social-worker-new-hope", "newHope", 0.6, "2021-01-01"],
  ["colleague:social-worker-new-hope", "orono", 0.4, "2022-01-01"],
  ["colleague:social-worker-robbinsdale", "robbinsdale", 0.5, "2021-01-01"],
  ["colleague:social-worker-eden-prairie", "edenPrairie", 0.6, "2021-03-01"],
  ["colleague:social-worker-eden-prairie", "minnetrista", 0.4, "2022-01-01"],
  ["colleague:social-worker-edina", "edina", 0.8, "2021-03-01"],
  ["colleague:social-worker-edina", "deephaven", 0.2, "2022-01-01"],
  ["colleague:social-worker-maple-grove", "mapleGrove", 0.7, "2021-03-01"],
  ["colleague:social-worker-maple-grove", "wayzata", 0.3, "2022-02-01"],
  ["colleague:social-worker-richfield", "richfield", 0.8, "2021-03-01"],
];

/** Which social worker is embedded where, and for how much of a position. */
export const countyAssignments: NonNullable<CountyData["assignments"]> = assigned.map(
  ([login, agency, fte, from, to]) => ({
    id: demoId("assignment", `${login}/${agency}/${from}`),
    socialWorkerId: staffId(login),
    agencyId: agencyId(agency),
    fte,
    from,
    to: to ?? null,
  }),
);
