import type { ViewerClaims } from "@corespond/kit";
import type { TestSlice } from "@corespond/kit/testing";

import { insertCalls } from "../testing/insertCalls";
import { startAgencies } from "../testing/startAgencies";
import { agencies, records } from "../testing/testIds";
import { viewers } from "../testing/testViewers";

let slice: TestSlice;
let calls: readonly string[];

beforeAll(async () => {
  slice = await startAgencies();
  calls = await insertCalls(slice, { agencyId: agencies.brooklynPark, count: 4, recordIds: [records.resident] });
  const codes = ["WELFARE", "EDP", "TRESPASS", null];
  for (const [index, id] of calls.entries()) {
    await slice.owner("UPDATE call_for_service SET common_code = $2, beat = $3 WHERE id = $1", [
      id,
      codes[index],
      index % 2 ? "odd" : "even",
    ]);
  }
  await slice.owner("UPDATE call_subject SET role = 'CALLER' WHERE call_id = $1", [calls[0]]);
});

afterAll(async () => {
  await slice.stop();
});

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

/** The numbers of the calls, latest first, that each of the three lists gives for the arguments. */
const listed = async (viewer: ViewerClaims, args: string, ofPerson = args): Promise<readonly (readonly number[])[]> => {
  const page = "{ totalCount edges { node { id } } }";
  const { data, errors } = await slice.run(
    viewer,
    `query($r: [_Any!]!) { calls(${args}) ${page} agency(id: "${agencies.brooklynPark}") { calls(${args}) ${page} }
       _entities(representations: $r) { ... on Person { calls(${ofPerson}) ${page} } } }`,
    { r: [{ __typename: "Person", recordId: records.resident, recordIds: [records.resident] }] },
  );
  expect(errors).toBeUndefined();
  const { agency, _entities } = data as { agency: { calls: Page }; _entities: [{ calls: Page }] };
  return [data?.["calls"] as Page, agency.calls, _entities[0].calls].map(({ totalCount, edges }) => {
    expect(totalCount).toBe(edges.length);
    return edges.map(({ node }) => calls.indexOf(node.id));
  });
};

const thrice = (numbers: readonly number[]) => [numbers, numbers, numbers];

test.each([
  ["a set of codes, the newest version", `codeSet: { name: "test-crisis" }`, [1]],
  ["a version of it", `codeSet: { name: "test-crisis", version: "1" }`, [0, 1]],
  ["a beat", `beat: "even"`, [0, 2]],
  ["a beat that is none", `beat: "elsewhere"`, []],
  ["a set and a beat", `codeSet: { name: "test-crisis", version: "1" }, beat: "even"`, [0]],
  [
    "a set and a period",
    `codeSet: { name: "test-crisis", version: "1" }, since: "2024-05-30T00:00:00Z", until: "2024-05-31T00:00:00Z"`,
    [1],
  ],
])("calls are found by %s", async (_what, args, expected) => {
  expect(await listed(viewers.officer, args)).toEqual(thrice(expected));
  expect(await listed(viewers.supervisor, args)).toEqual(thrice(expected));
  expect(await listed(viewers.analyst, args)).toEqual(thrice([]));
  expect(await listed(viewers.provider, args)).toEqual(thrice([]));
});

test("a person's calls are found by what the person was in them", async () => {
  const [all] = await listed(viewers.officer, "first: 100");
  expect(await listed(viewers.officer, "first: 100", "role: CALLER")).toEqual([all, all, [0]]);
  expect(await listed(viewers.officer, "first: 100", "role: SUBJECT")).toEqual([all, all, [1, 2, 3]]);
});

test.each([`{ name: "no-set" }`, `{ name: "test-crisis", version: "3" }`, `{ name: "" }`])(
  "a set that was not published is the client's error, for every viewer: %s",
  async (codeSet) => {
    for (const viewer of [viewers.officer, viewers.anonymous]) {
      const { errors } = await slice.run(viewer, `{ calls(codeSet: ${codeSet}) { totalCount } }`);
      expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argumentName: "codeSet" } }]);
    }
  },
);

test("a set of codes costs one statement more, for any number of lists", async () => {
  const statements = async (args: string) =>
    [
      ...(await slice.countStatements(() =>
        slice.run(viewers.supervisor, `{ agencies { edges { node { calls${args} { edges { node { id } } } } } } }`),
      )),
    ].sort();
  const without = await statements("");
  expect(await statements(`(codeSet: { name: "test-crisis" })`)).toEqual(
    [...without, "agencies.natureCodeSet.byName"].sort(),
  );
});
