import type { TestSlice } from "@corespond/kit/testing";

import { insertCalls } from "../testing/insertCalls";
import { startAgencies } from "../testing/startAgencies";
import { agencies, program, records, testId, staff } from "../testing/testIds";
import { viewers } from "../testing/testViewers";

let slice: TestSlice;

beforeAll(async () => {
  slice = await startAgencies();
});

afterAll(async () => {
  await slice.stop();
});

test("of an agency: its kind, its county, and since when it is a member", async () => {
  const ids = [agencies.brooklynPark, agencies.hopkins, agencies.edina, agencies.county, testId(0xfff)];
  const facts = (await slice.port(viewers.officer, "agencyFacts", { ids })) as readonly { readonly id: string }[];
  expect(ids.map((id) => facts.find((fact) => fact.id === id))).toEqual([
    {
      id: agencies.brooklynPark,
      kind: "POLICE_DEPARTMENT",
      countyAgencyId: agencies.county,
      memberSince: "2019-01-01",
      providerSightDays: 30,
    },
    { id: agencies.hopkins, kind: "POLICE_DEPARTMENT", countyAgencyId: null, memberSince: null, providerSightDays: 0 },
    { id: agencies.edina, kind: "POLICE_DEPARTMENT", countyAgencyId: null, memberSince: null, providerSightDays: 0 },
    {
      id: agencies.county,
      kind: "COUNTY_HUMAN_SERVICES",
      countyAgencyId: agencies.county,
      memberSince: null,
      providerSightDays: 0,
    },
    undefined,
  ]);
});

test("of an agency: for how many days its program lets a provider see a person on, none among them", async () => {
  const days = async (): Promise<unknown> =>
    (
      (await slice.port(viewers.socialWorker, "agencyFacts", { ids: [agencies.brooklynPark] })) as readonly {
        readonly providerSightDays: number;
      }[]
    )[0]?.providerSightDays;
  for (const configured of [0, 7]) {
    await slice.owner("UPDATE program SET provider_sight_days = $1", [configured]);
    expect(await days()).toBe(configured);
  }
  await slice.owner("UPDATE program SET provider_sight_days = NULL");
});

test("of a social worker: the agencies of today's own assignments; of nobody else", async () => {
  const fact = async (viewer: keyof typeof viewers, staffId: string): Promise<unknown> =>
    await slice.port(viewers[viewer], "socialWorkerFact", { staffId });
  const found = (await fact("supervisor", staff.socialWorker)) as { readonly serves: readonly string[] };
  expect({ ...found, serves: [...found.serves].sort() }).toEqual({
    ...{ id: staff.socialWorker, agencyId: agencies.county },
    serves: [agencies.brooklynPark, agencies.southLake].sort(),
  });
  expect(await fact("supervisor", staff.newWorker)).toMatchObject({ serves: [] });
  expect(await fact("supervisor", staff.officer)).toBeNull();
  expect(await fact("supervisor", testId(0xfff))).toBeNull();
  expect(await fact("anonymous", staff.socialWorker)).toBeNull();
});

test("of a call: its agency and records, for who may see it", async () => {
  const [call] = await insertCalls(slice, {
    agencyId: agencies.brooklynPark,
    count: 1,
    recordIds: [records.resident, records.neighbour],
  });
  const facts = async (viewer: keyof typeof viewers) => await slice.port(viewers[viewer], "callFacts", { ids: [call] });
  const seen = [{ id: call, agencyId: agencies.brooklynPark, recordIds: [records.resident, records.neighbour] }];
  expect(await facts("officer")).toEqual(seen);
  expect(await facts("socialWorker")).toEqual(seen);
  expect(await facts("provider")).toEqual([]);
  expect(await facts("administrator")).toEqual([]);
});

test("of an agency's intake: its program's hours, holidays and numbers", async () => {
  const intake = async (agencyId: string) => await slice.port(viewers.officer, "intakeOf", { agencyId });
  expect(await intake(agencies.brooklynPark)).toEqual({
    timeZone: "America/Chicago",
    hours: [
      ...[1, 2, 3, 4].map((weekday) => ({ weekday, opens: "08:00", closes: "16:30" })),
      { weekday: 5, opens: "08:00", closes: "24:00" },
    ],
    holidays: ["2026-07-03", "2026-12-25"],
    crisisNumbers: [
      { name: "988 Suicide and Crisis Lifeline", number: "988", description: "Day and night" },
      { name: "County crisis line", number: "+16125550100", description: null },
    ],
  });
  expect(await intake(agencies.county)).toMatchObject({ timeZone: "America/Chicago" });
  expect(await intake(agencies.edina)).toBeNull();
  expect(await intake(agencies.dispatch)).toBeNull();
});

test("of a program: its county, its clock and its memberships, earliest first", async () => {
  expect(await slice.port(viewers.anonymous, "programFacts", { programId: program })).toEqual({
    id: program,
    countyAgencyId: agencies.county,
    timeZone: "America/Chicago",
    memberships: [
      { agencyId: agencies.brooklynPark, joinedOn: "2019-01-01", leftOn: null },
      { agencyId: agencies.bloomington, joinedOn: "2019-01-01", leftOn: null },
      { agencyId: agencies.hopkins, joinedOn: "2019-01-01", leftOn: "2021-07-01" },
      { agencyId: agencies.southLake, joinedOn: "2022-01-01", leftOn: null },
      { agencyId: agencies.edina, joinedOn: "2099-01-01", leftOn: null },
    ],
  });
  expect(await slice.port(viewers.anonymous, "programFacts", { programId: testId(0xfff) })).toBeNull();
});

test("of a set of codes: one version's codes, or the newest's", async () => {
  const versions = ["2026-2", "2026-10", "2025-12"];
  await slice.owner(
    `WITH set AS (INSERT INTO nature_code_set SELECT gen_random_uuid(), 'test-set', v, 'Test' FROM unnest($1::text[]) v RETURNING id)
     INSERT INTO nature_code_set_code SELECT id, code FROM set, unnest(ARRAY['WELFARE', 'EDP']) code`,
    [versions],
  );
  const versionOf = async (version: string | null, name = "test-set") =>
    await slice.port(viewers.analyst, "codeSet", { name, version });
  const commonCodes = ["EDP", "WELFARE"];
  expect(await versionOf(null)).toEqual({
    id: expect.any(String) as string,
    name: "test-set",
    version: "2026-10",
    commonCodes,
  });
  expect(await versionOf("2026-2")).toMatchObject({ version: "2026-2", commonCodes });
  expect(await versionOf("2027-1")).toBeNull();
  expect(await versionOf(null, "no-set")).toBeNull();
});

test("a question without ids is refused", async () => {
  await expect(slice.port(viewers.officer, "agencyFacts", { ids: ["x"] })).rejects.toThrow(/GUID/);
});
