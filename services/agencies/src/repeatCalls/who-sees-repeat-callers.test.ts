import type { ViewerClaims } from "@corespond/kit";
import type { TestSlice } from "@corespond/kit/testing";

import { insertCalls } from "../testing/insertCalls";
import { startAgencies } from "../testing/startAgencies";
import { agencies, records, testId } from "../testing/testIds";
import { viewers } from "../testing/testViewers";

let slice: TestSlice;

beforeAll(async () => {
  slice = await startAgencies();
  const { brooklynPark, southLake } = agencies;
  await insertCalls(slice, { agencyId: brooklynPark, count: 8, recordIds: [records.resident] });
  await insertCalls(slice, { agencyId: brooklynPark, count: 2, recordIds: [] });
  await insertCalls(slice, {
    agencyId: southLake,
    count: 7,
    recordIds: [...Array(12).keys()].map((n) => testId(0x300 + n)),
  });
});

afterAll(async () => {
  await slice.stop();
});

const window = `codeSet: { name: "test-crisis", version: "1" }, since: "2024-05-01", until: "2024-06-01"`;

const ask = async (viewer: ViewerClaims, agencyId: string): Promise<unknown> => {
  const { data, errors } = await slice.run(
    viewer,
    `{ agency(id: "${agencyId}") {
      repeatCallers(${window}) { incidents persons personsShare redactions { field } callers { totalCount edges { node { incidents person { recordId } } } } }
      repeatLocations(${window}, threshold: 2) { incidents places } } }`,
  );
  expect(errors).toBeUndefined();
  return data?.["agency"];
};

const nothing = { repeatCallers: null, repeatLocations: null };

const list = {
  repeatCallers: {
    incidents: 10,
    persons: 1,
    personsShare: 0.8,
    redactions: [],
    callers: { totalCount: 1, edges: [{ node: { incidents: 8, person: { recordId: records.resident } } }] },
  },
  repeatLocations: { incidents: 10, places: 2 },
};

test.each(["supervisor", "socialWorker", "privacyOfficer", "officer"] as const)(
  "the %s is told who and where, of an agency that is theirs",
  async (name) => {
    expect(await ask(viewers[name], agencies.brooklynPark)).toEqual(list);
    expect(await ask(viewers[name], agencies.hopkins)).toEqual(nothing);
  },
);

test.each(["dispatcher", "administrator", "provider", "machine", "anonymous"] as const)(
  "the %s is told nothing",
  async (name) => {
    expect(await ask(viewers[name], agencies.brooklynPark)).toEqual(nothing);
  },
);

test("an officer of another agency and a social worker of other agencies are told nothing", async () => {
  expect(await ask({ ...viewers.officer, agencyId: agencies.bloomington }, agencies.brooklynPark)).toEqual(nothing);
  expect(await ask(viewers.officer, agencies.southLake)).toEqual(nothing);
  expect(await ask({ ...viewers.socialWorker, serves: [agencies.southLake] }, agencies.brooklynPark)).toEqual(nothing);
});

test("an analyst is told totals, of few persons none, and never a line per resident or place", async () => {
  const redactions = [{ field: "callers" }];
  expect(await ask(viewers.analyst, agencies.brooklynPark)).toEqual({
    repeatCallers: { incidents: 10, persons: null, personsShare: null, redactions, callers: null },
    repeatLocations: null,
  });
  expect(await ask(viewers.analyst, agencies.southLake)).toEqual({
    repeatCallers: { incidents: 7, persons: 12, personsShare: 1, redactions, callers: null },
    repeatLocations: null,
  });
  expect(await ask(viewers.analyst, agencies.hopkins)).toEqual(nothing);
});

test("an analyst compares no totals of one threshold with those of the next", async () => {
  const query = `{ agency(id: "${agencies.southLake}") { repeatCallers(${window}, threshold: 3) { persons } } }`;
  const { data, errors } = await slice.run(viewers.analyst, query);
  expect(errors?.map(({ extensions }) => extensions?.["code"])).toEqual(["FORBIDDEN"]);
  expect(data).toEqual({ agency: { repeatCallers: null } });
  expect((await slice.run(viewers.supervisor, query)).errors).toBeUndefined();
});

test("who was shown is in the log, and only who was shown", async () => {
  await slice.owner("TRUNCATE audit_entry");
  await ask(viewers.analyst, agencies.southLake);
  expect(await slice.owner("SELECT FROM audit_entry")).toEqual([]);
  await slice.run(
    viewers.socialWorker,
    `{ agency(id: "${agencies.southLake}") { repeatCallers(${window}) { persons callers(first: 2) { edges { node { incidents person { recordId } } } } } } }`,
  );
  const shown = [testId(0x300), testId(0x301)];
  expect(await slice.owner("SELECT subjects, record_ids, fields, basis FROM audit_entry")).toEqual([
    {
      subjects: { RepeatCaller: shown },
      record_ids: shown,
      fields: ["RepeatCaller.incidents", "RepeatCaller.person"],
      basis: ["WELFARE_COORDINATION"],
    },
  ]);
});

test("all agencies' repeat callers and places take one statement each", async () => {
  const statements = await slice.countStatements(() =>
    slice.run(
      viewers.supervisor,
      `{ agencies { edges { node { repeatCallers(${window}) { persons } repeatLocations(${window}) { places } } } } }`,
    ),
  );
  expect([...statements].sort()).toEqual([
    "agencies.agency.list",
    "agencies.natureCodeSet.byName",
    "agencies.repeatCallers.list",
    "agencies.repeatCalls.window",
    "agencies.repeatLocations.list",
  ]);
});
