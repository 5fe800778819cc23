import type { TestSlice } from "@corespond/kit/testing";

import { startAgencies } from "../testing/startAgencies";
import { agencies, areas, program, staff } from "../testing/testIds";
import { viewers } from "../testing/testViewers";

let slice: TestSlice;

beforeAll(async () => {
  slice = await startAgencies();
});

afterAll(async () => {
  await slice.stop();
});

const { anonymous } = viewers;

test("an agency is found by its ORI, without signing in", async () => {
  const answer = await slice.run(
    anonymous,
    `{ agency(ori: "MN0270300") {
      id name ori kind county nibrsSince coordinates { latitude longitude }
      jurisdictions { name kind geoid countyFips servedBy { name } }
      dispatchedBy { name kind }
      memberships { joinedOn leftOn program { name } }
    } }`,
  );
  expect(answer).toEqual({
    data: {
      agency: {
        id: agencies.brooklynPark,
        name: "Brooklyn Park Police Department",
        ori: "MN0270300",
        kind: "POLICE_DEPARTMENT",
        county: "Hennepin",
        nibrsSince: "2020-01-01",
        coordinates: { latitude: 45.10883, longitude: -93.34976 },
        jurisdictions: [
          {
            name: "Brooklyn Park",
            kind: "CITY",
            geoid: "2707966",
            countyFips: "27053",
            servedBy: [{ name: "Brooklyn Park Police Department" }],
          },
        ],
        dispatchedBy: { name: "Minneapolis Emergency Communications Center", kind: "DISPATCH_CENTER" },
        memberships: [{ joinedOn: "2019-01-01", leftOn: null, program: { name: "Embedded Social Work" } }],
      },
    },
  });
});

test("a joint-powers department serves several cities", async () => {
  const answer = await slice.run(
    anonymous,
    `{ agency(id: "${agencies.southLake}") { coordinates { latitude } jurisdictions { name } } }`,
  );
  expect(answer).toEqual({
    data: { agency: { coordinates: null, jurisdictions: [{ name: "Excelsior" }, { name: "Shorewood" }] } },
  });
});

test("what nobody knows is null, whatever its id looks like", async () => {
  const answer = await slice.run(
    anonymous,
    `{ a: agency(id: "no uuid") { id } b: agency(ori: "MN9999999") { id } c: program(id: "${agencies.edina}") { id } d: staffMember(id: "x") { id } }`,
  );
  expect(answer).toEqual({ data: { a: null, b: null, c: null, d: null } });
});

test("an agency is asked for by exactly one of id and ORI", async () => {
  for (const args of ["", `(id: "${agencies.edina}", ori: "MN0270600")`]) {
    const { errors } = await slice.run(anonymous, `{ agency${args} { id } }`);
    expect(errors).toMatchObject([
      { message: "Give exactly one of `id` and `ori`.", extensions: { code: "BAD_USER_INPUT", argumentName: "id" } },
    ]);
  }
});

test("the list of agencies is by name, by kind, by page", async () => {
  const names = (edges: readonly { readonly node: { readonly name: string } }[]) => edges.map(({ node }) => node.name);
  const first = await slice.run(
    anonymous,
    `{ agencies(kind: POLICE_DEPARTMENT, first: 2) { totalCount edges { node { name } } pageInfo { hasNextPage endCursor } } }`,
  );
  const page = first.data?.["agencies"] as {
    totalCount: number;
    edges: [];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
  expect(names(page.edges)).toEqual(["Bloomington Police Department", "Brooklyn Park Police Department"]);
  expect(page).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
  const next = await slice.run(
    anonymous,
    `{ agencies(kind: POLICE_DEPARTMENT, after: "${page.pageInfo.endCursor}") { edges { node { name } } pageInfo { hasNextPage } } }`,
  );
  expect(next.data?.["agencies"]).toMatchObject({
    edges: ["Edina", "Hopkins", "South Lake Minnetonka"].map((name) => ({
      node: { name: `${name} Police Department` },
    })),
    pageInfo: { hasNextPage: false },
  });
  const areaNames = await slice.run(anonymous, `{ jurisdictions(last: 2) { totalCount edges { node { name } } } }`);
  expect(areaNames.data?.["jurisdictions"]).toEqual({
    totalCount: 5,
    edges: [{ node: { name: "Excelsior" } }, { node: { name: "Shorewood" } }],
  });
});

test("the gateway resolves references to what is public, and gets null for the rest", async () => {
  const representations = [
    { __typename: "Agency", id: agencies.edina },
    { __typename: "Jurisdiction", id: areas.edina },
    { __typename: "Program", id: program },
    { __typename: "StaffMember", id: staff.socialWorker },
    { __typename: "Agency", id: "no uuid" },
  ];
  const answer = await slice.run(
    anonymous,
    `query($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Agency { name } ... on Jurisdiction { name } ... on Program { name } ... on StaffMember { id } } }`,
    { representations },
  );
  expect(answer.data?.["_entities"]).toEqual([
    { name: "Edina Police Department" },
    { name: "Edina" },
    { name: "Embedded Social Work" },
    null,
    null,
  ]);
});

test("who has not signed in sees none of an agency's staff, assignments or calls", async () => {
  const answer = await slice.run(
    anonymous,
    `{ agency(id: "${agencies.brooklynPark}") { staff { totalCount edges { node { id } } } assignments { id } calls { totalCount edges { node { id } } } } me { id } }`,
  );
  expect(answer).toEqual({
    data: {
      agency: { staff: { totalCount: 0, edges: [] }, assignments: [], calls: { totalCount: 0, edges: [] } },
      me: null,
    },
  });
});
