import type { ViewerClaims } from "@corespond/kit";
import type { TestSlice } from "@corespond/kit/testing";

import { loadCounty } from "../county/loadCounty";
import { startAgencies } from "../testing/startAgencies";
import { agencies, testId } from "../testing/testIds";
import { viewers } from "../testing/testViewers";
import { compareVersions } from "./natureCodeSet.version";

let slice: TestSlice;

const set = { description: "What counts in this test", commonCodes: ["EDP", "WELFARE"] };

beforeAll(async () => {
  slice = await startAgencies();
  await loadCounty(slice.slice.systemContext("test"), {
    natureCodeSets: [
      { ...set, id: testId(0x920), name: "test-other", version: "2026-2" },
      { ...set, id: testId(0x921), name: "test-other", version: "2026-10", commonCodes: ["SUICIDE"] },
      { ...set, id: testId(0x922), name: "another-test", version: "1" },
    ],
    natureCodes: [
      { agencyId: agencies.brooklynPark, code: "B", text: "Behavior", commonCode: "EDP" },
      { agencyId: agencies.brooklynPark, code: "Z", text: "Something" },
      { agencyId: agencies.bloomington, code: "W", commonCode: "WELFARE" },
    ],
  });
});

afterAll(async () => {
  await slice.stop();
});

test("versions compare as people read them", () => {
  expect(["10", "9", "2026-10", "2026-2", "1.2.10", "1.2.9"].sort(compareVersions)).toEqual([
    "1.2.9",
    "1.2.10",
    "9",
    "10",
    "2026-2",
    "2026-10",
  ]);
});

test("everybody reads the sets, the newest version of a name first", async () => {
  const { data } = await slice.run(
    viewers.anonymous,
    `{ all: natureCodeSets { name version } one: natureCodeSets(name: "test-other") { version }
       none: natureCodeSets(name: "no-set") { id }
       newest: natureCodeSet(name: "test-other") { id name version description commonCodes }
       older: natureCodeSet(name: "test-other", version: "2026-2") { commonCodes }
       unknown: natureCodeSet(name: "test-other", version: "2027-1") { id } }`,
  );
  expect(data).toEqual({
    all: [
      { name: "another-test", version: "1" },
      { name: "test-crisis", version: "2" },
      { name: "test-crisis", version: "1" },
      { name: "test-other", version: "2026-10" },
      { name: "test-other", version: "2026-2" },
    ],
    one: [{ version: "2026-10" }, { version: "2026-2" }],
    none: [],
    newest: {
      id: testId(0x921),
      name: "test-other",
      version: "2026-10",
      description: set.description,
      commonCodes: ["SUICIDE"],
    },
    older: { commonCodes: ["EDP", "WELFARE"] },
    unknown: null,
  });
});

test("a set is referred to by its id, or by its name and version", async () => {
  const { data } = await slice.run(
    viewers.anonymous,
    "query($r: [_Any!]!) { _entities(representations: $r) { ... on NatureCodeSet { version commonCodes } } }",
    {
      r: [
        { __typename: "NatureCodeSet", id: testId(0x921) },
        { __typename: "NatureCodeSet", name: "test-other", version: "2026-2" },
        { __typename: "NatureCodeSet", name: "test-other", version: "2" },
      ],
    },
  );
  expect(data?.["_entities"]).toEqual([
    { version: "2026-10", commonCodes: ["SUICIDE"] },
    { version: "2026-2", commonCodes: set.commonCodes },
    null,
  ]);
});

const codesOf = async (viewer: ViewerClaims): Promise<unknown> => {
  const { data } = await slice.run(
    viewer,
    `{ park: agency(id: "${agencies.brooklynPark}") { natureCodes { totalCount edges { node { code text commonCode } } } }
       other: agency(id: "${agencies.bloomington}") { natureCodes { totalCount edges { node { code } } } } }`,
  );
  return data;
};

const ofPark = {
  totalCount: 2,
  edges: [
    { node: { code: "B", text: "Behavior", commonCode: "EDP" } },
    { node: { code: "Z", text: "Something", commonCode: null } },
  ],
};
const ofOther = { totalCount: 1, edges: [{ node: { code: "W" } }] };
const none = { totalCount: 0, edges: [] };

test.each([
  ["officer", ofPark, none],
  ["dispatcher", ofPark, none],
  ["socialWorker", ofPark, none],
  ["supervisor", ofPark, ofOther],
  ["privacyOfficer", ofPark, ofOther],
  ["analyst", none, none],
  ["administrator", none, none],
  ["provider", none, none],
  ["machine", none, none],
  ["anonymous", none, none],
] as const)("an agency's own codes as the %s", async (name, park, other) => {
  expect(await codesOf(viewers[name])).toEqual({ park: { natureCodes: park }, other: { natureCodes: other } });
});

test("an agency's codes that are not mapped yet are listed, and those that are", async () => {
  const { data } = await slice.run(
    viewers.officer,
    `{ agency(id: "${agencies.brooklynPark}") {
      unmapped: natureCodes(unmapped: true) { edges { node { code } } }
      mapped: natureCodes(unmapped: false, first: 1) { totalCount edges { node { code } } } } }`,
  );
  expect(data?.["agency"]).toEqual({
    unmapped: { edges: [{ node: { code: "Z" } }] },
    mapped: { totalCount: 1, edges: [{ node: { code: "B" } }] },
  });
});
