import type { CountyData } from "@corespond/agencies";

import { demoId } from "../demoIds";
import { agencyId, type AgencyKey } from "./countyAgencies";

const programId = demoId("program", "embedded-social-work");

/** The county's program. */
export const countyPrograms: NonNullable<CountyData["programs"]> = [
  {
    id: programId,
    name: "Hennepin County embedded social work",
    countyAgencyId: agencyId("county"),
    timeZone: "America/Chicago",
    launchedOn: "2019-01-01",
    endedOn: null,
  },
];

const ofTheYear = "The year is reported (Hennepin County, file 24-0397), the day is our reconstruction.";
const ofReports = "Named in reports of 2021 as joining in early 2022; the day is our reconstruction.";
const oneOfEight =
  "Reconstruction: departments were added in 2021, but no source that we have read names this one and its day.";

/** Who joined when, and where that is known from. */
const joined: readonly (readonly [day: string, provenance: string, members: readonly AgencyKey[]])[] = [
  ["2019-01-01", ofTheYear, ["bloomington", "brooklynPark", "hopkins", "minnetonka", "plymouth", "stLouisPark"]],
  ["2021-01-01", ofTheYear, ["brooklynCenter", "crystal", "newHope", "robbinsdale"]],
  ["2021-03-01", oneOfEight, ["edenPrairie", "edina", "mapleGrove", "richfield"]],
  ["2022-01-01", ofReports, ["corcoran", "deephaven", "minnetrista", "orono"]],
  ["2022-02-01", ofReports, ["medina", "southLakeMinnetonka", "wayzata"]],
];

/** The program's members. */
export const countyMemberships: NonNullable<CountyData["memberships"]> = joined.flatMap(
  ([joinedOn, provenance, members]) =>
    members.map((member) => ({
      id: demoId("membership", member),
      programId,
      agencyId: agencyId(member),
      joinedOn,
      leftOn: null,
      provenance,
    })),
);

/** Public numbers, as the county and the country publish them. */
export const countyCrisisNumbers: NonNullable<CountyData["crisisNumbers"]> = [
  { programId, position: 0, name: "Emergency", number: "911", description: "Where life is in danger." },
  {
    programId,
    position: 1,
    name: "988 Suicide & Crisis Lifeline",
    number: "988",
    description: "Call or text, around the clock.",
  },
  {
    programId,
    position: 2,
    name: "Hennepin County mobile crisis team (Cope), adults",
    number: "+16125961223",
    description: "18 and over, around the clock.",
  },
  {
    programId,
    position: 3,
    name: "Hennepin County mobile crisis team, children",
    number: "+16123482233",
    description: "17 and under, around the clock.",
  },
];

/** Monday to Friday. */
export const countyIntakeHours: NonNullable<CountyData["intakeHours"]> = [1, 2, 3, 4, 5].map((weekday) => ({
  programId,
  weekday,
  opens: "08:00",
  closes: "16:30",
}));

/** State holidays (Minn. Stat. 645.44 subd. 5) of two years on which every public office rests, on the days when kept. */
const holidays = [
  ...[
    "2026-01-01",
    "2026-01-19",
    "2026-02-16",
    "2026-05-25",
    "2026-06-19",
    "2026-07-03",
    "2026-09-07",
    "2026-11-11",
    "2026-11-26",
    "2026-12-25",
  ],
  ...[
    "2027-01-01",
    "2027-01-18",
    "2027-02-15",
    "2027-05-31",
    "2027-06-18",
    "2027-07-05",
    "2027-09-06",
    "2027-11-11",
    "2027-11-25",
    "2027-12-24",
  ],
];

/** Days on which no referral is looked at. */
export const countyHolidays: NonNullable<CountyData["holidays"]> = holidays.map((day) => ({ programId, day }));
