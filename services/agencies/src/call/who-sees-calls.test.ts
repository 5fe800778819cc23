import type { ViewerClaims } from "@corespond/kit";
import type { TestSlice } from "@corespond/kit/testing";

import { insertCalls } from "../testing/insertCalls";
import { startAgencies } from "../testing/startAgencies";
import { agencies, records, testId } from "../testing/testIds";
import { viewers } from "../testing/testViewers";

let slice: TestSlice;
let ofBrooklynPark: string;
let ofBloomington: string;
let ofSouthLake: string;

beforeAll(async () => {
  slice = await startAgencies();
  const one = { count: 1, recordIds: [records.resident] };
  ofBrooklynPark = (await insertCalls(slice, { ...one, agencyId: agencies.brooklynPark }))[0] ?? "";
  ofBloomington = (await insertCalls(slice, { ...one, agencyId: agencies.bloomington }))[0] ?? "";
  ofSouthLake =
    (await insertCalls(slice, { ...one, agencyId: agencies.southLake, recordIds: [records.neighbour] }))[0] ?? "";
});

afterAll(async () => {
  await slice.stop();
});

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

const page = "{ totalCount edges { node { id } } }";

/** The ids of the calls that a viewer is given on one of the ways to a call. */
const ways: Readonly<Record<string, (viewer: ViewerClaims) => Promise<readonly string[]>>> = {
  "by id": async (viewer) => {
    const { data } = await slice.run(
      viewer,
      `{ a: call(id: "${ofBrooklynPark}") { id } b: call(id: "${ofBloomington}") { id } c: call(id: "${ofSouthLake}") { id } }`,
    );
    return Object.values(data as Record<string, { id: string } | null>).flatMap((call) => (call ? [call.id] : []));
  },
  "by incident": async (viewer) => {
    const numbers = await slice.owner<{ agency_id: string; incident_number: string }>(
      "SELECT agency_id, incident_number FROM call_for_service",
    );
    const fields = numbers.map(
      (c, n) => `c${n}: call(agencyId: "${c.agency_id}", incidentNumber: "${c.incident_number}") { id }`,
    );
    const { data } = await slice.run(viewer, `{ ${fields.join(" ")} }`);
    return Object.values(data as Record<string, { id: string } | null>).flatMap((call) => (call ? [call.id] : []));
  },
  "as references": async (viewer) => {
    const representations = [ofBrooklynPark, ofBloomington, ofSouthLake].map((id) => ({
      __typename: "CallForService",
      id,
    }));
    const { data } = await slice.run(
      viewer,
      "query($r: [_Any!]!) { _entities(representations: $r) { ... on CallForService { id } } }",
      { r: representations },
    );
    return (data?.["_entities"] as readonly ({ id: string } | null)[]).flatMap((call) => (call ? [call.id] : []));
  },
  "by referrals": async (viewer) => {
    const representations = [ofBrooklynPark, ofBloomington, ofSouthLake].map((callId) => ({
      __typename: "Referral",
      id: testId(1),
      callId,
    }));
    const { data } = await slice.run(
      viewer,
      "query($r: [_Any!]!) { _entities(representations: $r) { ... on Referral { call { id } } } }",
      { r: representations },
    );
    return (data?.["_entities"] as readonly { call: { id: string } | null }[]).flatMap(({ call }) =>
      call ? [call.id] : [],
    );
  },
  "in the list": async (viewer) => idsOf((await slice.run(viewer, `{ calls ${page} }`)).data?.["calls"] as Page),
  "of agencies": async (viewer) => {
    const { data } = await slice.run(
      viewer,
      `{ agencies(kind: POLICE_DEPARTMENT) { edges { node { calls ${page} } } } }`,
    );
    const { edges } = data?.["agencies"] as { edges: readonly { node: { calls: Page } }[] };
    return edges.flatMap(({ node }) => idsOf(node.calls));
  },
  "of persons": async (viewer) => {
    const recordIds = Object.values(records);
    const { data } = await slice.run(
      viewer,
      `query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { calls ${page} } } }`,
      {
        r: [{ __typename: "Person", recordId: records.resident, recordIds: [...recordIds, "no uuid"] }],
      },
    );
    return (data?.["_entities"] as readonly { calls: Page }[]).flatMap(({ calls }) => idsOf(calls));
  },
};

function idsOf({ edges, totalCount }: Page): readonly string[] {
  expect(totalCount).toBe(edges.length);
  return edges.map(({ node }) => node.id);
}

describe.each(Object.keys(ways))("calls %s", (way) => {
  test.each([
    ["officer", () => [ofBrooklynPark]],
    ["dispatcher", () => [ofBrooklynPark, ofSouthLake]],
    ["socialWorker", () => [ofBrooklynPark, ofSouthLake]],
    ["supervisor", () => [ofBrooklynPark, ofBloomington, ofSouthLake]],
    ["privacyOfficer", () => [ofBrooklynPark, ofBloomington, ofSouthLake]],
    ["analyst", () => []],
    ["administrator", () => []],
    ["provider", () => []],
    ["machine", () => []],
    ["anonymous", () => []],
  ] as const)("as the %s", async (name, expected) => {
    expect([...((await ways[way]?.(viewers[name])) ?? ["no such way"])].sort()).toEqual([...expected()].sort());
  });
});

test("cautions are for those who visit or send somebody, and a privacy officer is told that they are withheld", async () => {
  const document = `{ call(id: "${ofBrooklynPark}") { cautions { text } redactions { field reason } version address { street } } }`;
  for (const name of ["officer", "dispatcher", "socialWorker", "supervisor"] as const) {
    expect((await slice.run(viewers[name], document)).data?.["call"]).toMatchObject({
      cautions: [{ text: "Large dog" }],
      redactions: [],
    });
  }
  expect((await slice.run(viewers.privacyOfficer, document)).data?.["call"]).toMatchObject({
    cautions: null,
    redactions: [{ field: "cautions", reason: "NOT_AUTHORIZED_FIELD" }],
    address: { street: "1 Example Street" },
  });
});

test("a privacy officer's tag of the call is not changed by what is withheld", async () => {
  const document = `{ call(id: "${ofBrooklynPark}") { version } }`;
  const tags = async () =>
    [await slice.run(viewers.privacyOfficer, document), await slice.run(viewers.officer, document)] as const;
  const [withheldBefore, shownBefore] = await tags();
  await slice.owner("UPDATE call_for_service SET cautions = '[]' WHERE id = $1", [ofBrooklynPark]);
  const [withheldAfter, shownAfter] = await tags();
  expect(withheldAfter).toEqual(withheldBefore);
  expect(shownAfter).not.toEqual(shownBefore);
});

test("what was shown of whose call, and on what ground, is in the log before the answer leaves", async () => {
  await slice.owner("TRUNCATE audit_entry");
  await slice.run(viewers.privacyOfficer, `{ call(id: "${ofBloomington}") { natureText cautions { text } } }`);
  expect(await slice.owner("SELECT action, subjects, record_ids, fields, basis, withheld FROM audit_entry")).toEqual([
    {
      action: "READ",
      subjects: { CallForService: [ofBloomington] },
      record_ids: [records.resident],
      fields: ["CallForService.natureText"],
      basis: ["OVERSIGHT"],
      withheld: ["CallForService.cautions"],
    },
  ]);
});

test("calls are found by when they were received, from since until before until", async () => {
  const ids = await insertCalls(slice, { agencyId: agencies.brooklynPark, count: 3, recordIds: [testId(0x1ff)] });
  const { data } = await slice.run(
    viewers.officer,
    `{ calls(agencyId: "${agencies.brooklynPark}", since: "2024-05-29T12:00:00Z", until: "2024-05-31T12:00:00Z") { edges { node { id } } }
       other: calls(agencyId: "${agencies.bloomington}") { totalCount } none: calls(agencyId: "x") { totalCount } }`,
  );
  expect(data).toEqual({
    calls: { edges: [{ node: { id: ids[1] } }, { node: { id: ids[2] } }] },
    other: { totalCount: 0 },
    none: { totalCount: 0 },
  });
});

test("a call is asked for by its id or by its agency and number", async () => {
  const { errors } = await slice.run(viewers.officer, `{ call(agencyId: "${agencies.brooklynPark}") { id } }`);
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
});
