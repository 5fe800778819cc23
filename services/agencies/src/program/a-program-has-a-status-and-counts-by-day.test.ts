import type { TestSlice } from "@corespond/kit/testing";

import { todayIn } from "../calendar/calendarDay";
import { startAgencies } from "../testing/startAgencies";
import { agencies, program } from "../testing/testIds";
import { viewers } from "../testing/testViewers";
import { ProgramStatus, programStatus } from "./program.status";

let slice: TestSlice;

beforeAll(async () => {
  slice = await startAgencies();
});

afterAll(async () => {
  await slice.stop();
});

test("the status follows the days of launch and end, each the first of its state", () => {
  const period = { launchedOn: "2019-01-01", endedOn: "2025-07-01" };
  expect(["2018-12-31", "2019-01-01", "2025-06-30", "2025-07-01"].map((day) => programStatus(period, day))).toEqual([
    ProgramStatus.PLANNED,
    ProgramStatus.ACTIVE,
    ProgramStatus.ACTIVE,
    ProgramStatus.ENDED,
  ]);
  expect(programStatus({ ...period, endedOn: null }, "2099-01-01")).toBe(ProgramStatus.ACTIVE);
});

test("today is the day of the time zone, not of the server", () => {
  const now = new Date("2021-08-31T23:30:00Z");
  expect(["America/Chicago", "UTC", "Asia/Tokyo"].map((zone) => todayIn(zone, now))).toEqual([
    "2021-08-31",
    "2021-08-31",
    "2021-09-01",
  ]);
});

test("everybody reads a program, its hours, holidays and crisis numbers", async () => {
  const answer = await slice.run(
    viewers.anonymous,
    `{ programs { id name launchedOn endedOn timeZone status holidays
        countyAgency { name } intakeHours { weekday opens closes } crisisNumbers { name number description } } }`,
  );
  expect(answer.data?.["programs"]).toEqual([
    {
      id: program,
      name: "Embedded Social Work",
      launchedOn: "2019-01-01",
      endedOn: null,
      timeZone: "America/Chicago",
      status: "ACTIVE",
      holidays: ["2026-07-03", "2026-12-25"],
      countyAgency: { name: "Hennepin County Human Services" },
      intakeHours: [
        ...[1, 2, 3, 4].map((weekday) => ({ weekday, opens: "08:00", closes: "16:30" })),
        { weekday: 5, opens: "08:00", closes: "24:00" },
      ],
      crisisNumbers: [
        { name: "988 Suicide and Crisis Lifeline", number: "988", description: "Day and night" },
        { name: "County crisis line", number: "+16125550100", description: null },
      ],
    },
  ]);
});

// Brooklyn Park and Bloomington from the launch, Hopkins (which serves no area here) until July 2021, South Lake
// Minnetonka with two cities from 2022, Edina announced; one social worker from February 2019, one for Edina.
test.each`
  asOf            | agencies | jurisdictions | socialWorkers | plannedAgencies | plannedJurisdictions | plannedSocialWorkers
  ${"2018-12-31"} | ${0}     | ${0}          | ${0}          | ${5}            | ${5}                 | ${2}
  ${"2019-01-01"} | ${3}     | ${2}          | ${0}          | ${2}            | ${3}                 | ${2}
  ${"2019-02-01"} | ${3}     | ${2}          | ${1}          | ${2}            | ${3}                 | ${1}
  ${"2021-07-01"} | ${2}     | ${2}          | ${1}          | ${2}            | ${3}                 | ${1}
  ${"2022-01-01"} | ${3}     | ${4}          | ${1}          | ${1}            | ${1}                 | ${1}
  ${"2099-01-01"} | ${4}     | ${5}          | ${2}          | ${0}            | ${0}                 | ${0}
`("on $asOf it covers $agencies agencies and announces $plannedAgencies", async (expected: Record<string, unknown>) => {
  const answer = await slice.run(
    viewers.anonymous,
    `query($id: ID!, $asOf: Date!) { program(id: $id) { coverage(asOf: $asOf) {
      asOf agencies jurisdictions socialWorkers plannedAgencies plannedJurisdictions plannedSocialWorkers } } }`,
    { id: program, asOf: expected["asOf"] },
  );
  expect(answer).toEqual({ data: { program: { coverage: expected } } });
});

test("memberships are of a day, or all", async () => {
  const answer = await slice.run(
    viewers.anonymous,
    `{ program(id: "${program}") {
      then: memberships(asOf: "2021-07-01") { agency { id } joinedOn leftOn }
      all: memberships { agency { id } leftOn } } }`,
  );
  expect(answer.data?.["program"]).toEqual({
    then: [agencies.brooklynPark, agencies.bloomington].map((id) => ({
      agency: { id },
      joinedOn: "2019-01-01",
      leftOn: null,
    })),
    all: [
      { agency: { id: agencies.brooklynPark }, leftOn: null },
      { agency: { id: agencies.bloomington }, leftOn: null },
      { agency: { id: agencies.hopkins }, leftOn: "2021-07-01" },
      { agency: { id: agencies.southLake }, leftOn: null },
      { agency: { id: agencies.edina }, leftOn: null },
    ],
  });
});

test("a day that the calendar lacks is the client's error", async () => {
  const { errors } = await slice.run(viewers.anonymous, `{ programs { status(asOf: "2021-02-30") } }`);
  expect(errors).toMatchObject([{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }]);
});
