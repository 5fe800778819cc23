import type { TestSlice } from "@corespond/kit/testing";

import { startAgencies } from "../testing/startAgencies";
import { testCounty } from "../testing/testCounty";
import { agencies, areas, program, staff, testId } from "../testing/testIds";
import { viewers } from "../testing/testViewers";
import { loadCounty } from "./loadCounty";

let slice: TestSlice;

beforeAll(async () => {
  slice = await startAgencies();
});

afterAll(async () => {
  await slice.stop();
});

const load = (data: Parameters<typeof loadCounty>[1]) => loadCounty(slice.slice.systemContext("test"), data);

const nothing = {
  agencies: 0,
  jurisdictions: 0,
  servedBy: 0,
  programs: 0,
  memberships: 0,
  crisisNumbers: 0,
  intakeHours: 0,
  holidays: 0,
  issuers: 0,
  staff: 0,
  logins: 0,
  assignments: 0,
  natureCodes: 0,
  natureCodeSets: 0,
};

test("the same county again changes nothing", async () => {
  expect(await load(testCounty)).toEqual(nothing);
});

test("what is different is changed, and lists that are given whole lose what they no longer hold", async () => {
  const changes = await load({
    programs: [
      {
        id: program,
        name: "Renamed",
        countyAgencyId: agencies.county,
        timeZone: "America/Chicago",
        launchedOn: "2019-01-01",
      },
    ],
    holidays: [{ programId: program, day: "2026-12-25" }],
    servedBy: [{ agencyId: agencies.southLake, jurisdictionId: areas.edina }],
  });
  expect(changes).toEqual({ ...nothing, programs: 1, holidays: 1, servedBy: 3 });
  const { data } = await slice.run(
    viewers.anonymous,
    `{ program(id: "${program}") { name holidays } agency(id: "${agencies.southLake}") { jurisdictions { name } } }`,
  );
  expect(data).toEqual({
    program: { name: "Renamed", holidays: ["2026-12-25"] },
    agency: { jurisdictions: [{ name: "Edina" }] },
  });
  await load(testCounty);
});

test("a row that breaks a rule of the tables undoes the whole load", async () => {
  const agency = { id: testId(1), name: "Half", kind: "OTHER" } as const;
  await expect(
    load({
      agencies: [agency as never],
      staff: [
        {
          id: testId(2),
          familyName: "Testperson",
          role: "PROVIDER" as never,
          agencyId: agency.id,
          activeFrom: "2020-01-01",
        },
      ],
    }),
  ).rejects.toThrow(/nothing was changed:\n {2}staff: a row breaks the rule \w+ of the table staff_member$/);
  expect(await slice.owner("SELECT FROM agency WHERE id = $1", [agency.id])).toEqual([]);
});

test.each([
  ["an ORI of 8 characters", { agencies: [{ id: testId(1), name: "A", kind: "OTHER", ori: "MN027030" }] }, "agencies"],
  [
    "a time zone that is none",
    {
      programs: [
        { id: program, name: "P", countyAgencyId: agencies.county, timeZone: "Mars", launchedOn: "2019-01-01" },
      ],
    },
    "timeZone",
  ],
  ["an hour that is none", { intakeHours: [{ programId: program, weekday: 1, opens: "8", closes: "16:30" }] }, "opens"],
  [
    "a common code that is none",
    { natureCodes: [{ agencyId: agencies.edina, code: "X", commonCode: "x" }] },
    "commonCode",
  ],
  ["a field that nobody knows", { holidays: [{ programId: program, day: "2026-12-25", name: "Christmas" }] }, "name"],
])("%s is named and refused", async (_what, data, named) => {
  await expect(load(data as never)).rejects.toThrow(named);
});

const published = {
  id: testId(0x910),
  name: "test-published",
  version: "1",
  description: "What counts in this test",
  commonCodes: ["EDP", "WELFARE"],
};

test("a set of codes is published once, in whatever order its codes come", async () => {
  expect(await load({ natureCodeSets: [published] })).toEqual({ ...nothing, natureCodeSets: 1 });
  expect(await load({ natureCodeSets: [{ ...published, commonCodes: ["WELFARE", "EDP", "EDP"] }] })).toEqual(nothing);
  expect(
    await load({ natureCodeSets: [{ ...published, id: testId(0x911), version: "2", commonCodes: ["EDP"] }] }),
  ).toEqual({ ...nothing, natureCodeSets: 1 });
});

test.each([
  ["other codes", [{ ...published, commonCodes: ["EDP"] }]],
  ["other codes under another id", [{ ...published, id: testId(0x912), commonCodes: ["EDP", "OD", "WELFARE"] }]],
  ["another text", [{ ...published, description: "Something else" }]],
  ["another version under its id", [{ ...published, version: "1.1" }]],
  [
    "another set of its name beside it",
    [
      { ...published, id: testId(0x913), version: "3" },
      { ...published, id: testId(0x914), version: "3" },
    ],
  ],
])("a published version never changes: %s is refused by name", async (_what, natureCodeSets) => {
  await load({ natureCodeSets: [published] });
  await expect(load({ natureCodeSets })).rejects.toThrow(
    /nothing was changed:\n {2}natureCodeSets: test-published [\d.]+ is published and never changes/,
  );
});

test("an agency's own codes are added and mapped anew", async () => {
  const code = { agencyId: agencies.edina, code: "T1", text: "Test" };
  expect(await load({ natureCodes: [code] })).toEqual({ ...nothing, natureCodes: 1 });
  expect(await load({ natureCodes: [{ ...code, commonCode: "WELFARE" }] })).toEqual({ ...nothing, natureCodes: 1 });
});

test("an agency that was imported keeps its id", async () => {
  await expect(
    load({ agencies: [{ id: testId(1), name: "Twin", kind: "OTHER" as never, ori: "MN0270300" }] }),
  ).rejects.toThrow(`agencies: the agency with the ORI MN0270300 is known by another id: ${agencies.brooklynPark}`);
});

test("nobody but the hub itself loads a county", async () => {
  const context = { ...slice.slice.systemContext("test"), viewer: { ...viewers.administrator, exp: 0 } };
  await expect(
    loadCounty(context, { staff: [{ ...testCounty.staff?.[0], id: staff.officer, familyName: "Forged" } as never] }),
  ).rejects.toThrow(/Only the hub itself/);
});
