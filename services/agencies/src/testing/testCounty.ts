import { AgencyKind } from "../agency/agency.kind";
import type { CountyData } from "../county/countyData";
import { JurisdictionKind } from "../jurisdiction/jurisdiction.kind";
import { agencies, areas, assignments, codeSets, program, staff, testId } from "./testIds";
import { testStaff } from "./testStaff";

/** Days on which the test county changes: before, between and after them its counts are known. */
const days = {
  launch: "2019-01-01",
  hopkinsLeaves: "2021-07-01",
  southLakeJoins: "2022-01-01",
  edinaJoins: "2099-01-01",
} as const;

const department = { kind: AgencyKind.POLICE_DEPARTMENT, county: "Hennepin" };
const city = { kind: JurisdictionKind.CITY, countyFips: "27053" };
const member = (number: number, agencyId: string, period: { readonly joinedOn: string; readonly leftOn?: string }) => ({
  id: testId(0xc00 + number),
  programId: program,
  agencyId,
  ...period,
});

/** A county whose people are invented and whose agencies are real. */
export const testCounty: CountyData = {
  agencies: [
    {
      id: agencies.county,
      name: "Hennepin County Human Services",
      kind: AgencyKind.COUNTY_HUMAN_SERVICES,
      county: "Hennepin",
    },
    { id: agencies.dispatch, name: "Minneapolis Emergency Communications Center", kind: AgencyKind.DISPATCH_CENTER },
    {
      ...department,
      id: agencies.brooklynPark,
      name: "Brooklyn Park Police Department",
      ori: "MN0270300",
      latitude: 45.10883,
      longitude: -93.34976,
      nibrsSince: "2020-01-01",
      dispatchedById: agencies.dispatch,
    },
    { ...department, id: agencies.bloomington, name: "Bloomington Police Department", ori: "MN0270100" },
    {
      ...department,
      id: agencies.southLake,
      name: "South Lake Minnetonka Police Department",
      ori: "MN0270700",
      dispatchedById: agencies.dispatch,
    },
    { ...department, id: agencies.hopkins, name: "Hopkins Police Department", ori: "MN0270900" },
    { ...department, id: agencies.edina, name: "Edina Police Department", ori: "MN0270600" },
  ],
  jurisdictions: [
    { ...city, id: areas.brooklynPark, name: "Brooklyn Park", geoid: "2707966" },
    { ...city, id: areas.bloomington, name: "Bloomington", geoid: "2706616" },
    { ...city, id: areas.excelsior, name: "Excelsior", geoid: "2719934" },
    { ...city, id: areas.shorewood, name: "Shorewood", geoid: "2760016" },
    { ...city, id: areas.edina, name: "Edina", geoid: "2718188" },
  ],
  servedBy: [
    { agencyId: agencies.brooklynPark, jurisdictionId: areas.brooklynPark },
    { agencyId: agencies.bloomington, jurisdictionId: areas.bloomington },
    { agencyId: agencies.southLake, jurisdictionId: areas.excelsior },
    { agencyId: agencies.southLake, jurisdictionId: areas.shorewood },
    { agencyId: agencies.edina, jurisdictionId: areas.edina },
  ],
  programs: [
    {
      id: program,
      name: "Embedded Social Work",
      countyAgencyId: agencies.county,
      timeZone: "America/Chicago",
      launchedOn: days.launch,
    },
  ],
  memberships: [
    member(1, agencies.brooklynPark, { joinedOn: days.launch }),
    member(2, agencies.bloomington, { joinedOn: days.launch }),
    member(3, agencies.hopkins, { joinedOn: days.launch, leftOn: days.hopkinsLeaves }),
    member(4, agencies.southLake, { joinedOn: days.southLakeJoins }),
    member(5, agencies.edina, { joinedOn: days.edinaJoins }),
  ],
  crisisNumbers: [
    {
      programId: program,
      position: 0,
      name: "988 Suicide and Crisis Lifeline",
      number: "988",
      description: "Day and night",
    },
    { programId: program, position: 1, name: "County crisis line", number: "+16125550100" },
  ],
  intakeHours: [1, 2, 3, 4, 5].map((weekday) => ({
    programId: program,
    weekday,
    opens: "08:00",
    closes: weekday === 5 ? "24:00" : "16:30",
  })),
  holidays: [
    { programId: program, day: "2026-12-25" },
    { programId: program, day: "2026-07-03" },
  ],
  ...testStaff,
  assignments: [
    {
      id: assignments.brooklynPark,
      socialWorkerId: staff.socialWorker,
      agencyId: agencies.brooklynPark,
      fte: 0.7,
      from: "2019-02-01",
    },
    {
      id: assignments.southLake,
      socialWorkerId: staff.socialWorker,
      agencyId: agencies.southLake,
      fte: 0.3,
      from: "2022-02-01",
    },
    {
      id: assignments.past,
      socialWorkerId: staff.socialWorker,
      agencyId: agencies.hopkins,
      fte: 0.3,
      from: "2019-02-01",
      to: "2021-07-01",
    },
    {
      id: assignments.planned,
      socialWorkerId: staff.newWorker,
      agencyId: agencies.edina,
      fte: 1,
      from: days.edinaJoins,
    },
  ],
  natureCodeSets: [
    {
      id: codeSets.older,
      name: "test-crisis",
      version: "1",
      description: "What counts in tests",
      commonCodes: ["EDP", "WELFARE"],
    },
    {
      id: codeSets.newest,
      name: "test-crisis",
      version: "2",
      description: "What counts in tests by now",
      commonCodes: ["EDP"],
    },
  ],
};
