import type { TestSlice } from "@corespond/kit/testing";

import { insertCalls } from "../testing/insertCalls";
import { startAgencies } from "../testing/startAgencies";
import { agencies, records, testId } from "../testing/testIds";
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
    },
    { id: agencies.hopkins, kind: "POLICE_DEPARTMENT", countyAgencyId: null, memberSince: null },
    { id: agencies.edina, kind: "POLICE_DEPARTMENT", countyAgencyId: null, memberSince: null },
    { id: agencies.county, kind: "COUNTY_HUMAN_SERVICES", countyAgencyId: agencies.county, memberSince: null },
    undefined,
  ]);
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

test("a question without ids is refused", async () => {
  await expect(slice.port(viewers.officer, "agencyFacts", { ids: ["x"] })).rejects.toThrow(/GUID/);
});
