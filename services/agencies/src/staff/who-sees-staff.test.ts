import type { ViewerClaims } from "@corespond/kit";
import type { TestSlice } from "@corespond/kit/testing";

import { startAgencies } from "../testing/startAgencies";
import { agencies, assignments, organizations, staff } from "../testing/testIds";
import { viewers } from "../testing/testViewers";

let slice: TestSlice;

beforeAll(async () => {
  slice = await startAgencies();
});

afterAll(async () => {
  await slice.stop();
});

const everybody = Object.values(staff);
const socialWorkers = [staff.socialWorker, staff.newWorker];

/** Ids of the staff that a viewer is given, asked one by one as the root and as references. */
const seenBy = async (viewer: ViewerClaims): Promise<{ readonly root: string[]; readonly referenced: string[] }> => {
  const fields = everybody.map((id, index) => `s${index}: staffMember(id: "${id}") { id }`).join(" ");
  const { data } = await slice.run(
    viewer,
    `query($all: [_Any!]!) { ${fields} _entities(representations: $all) { ... on StaffMember { id } } }`,
    {
      all: everybody.map((id) => ({ __typename: "StaffMember", id })),
    },
  );
  const { _entities, ...roots } = data as Record<string, { id: string } | null> & {
    _entities: readonly ({ id: string } | null)[];
  };
  const ids = (found: readonly ({ id: string } | null)[]) => found.flatMap((one) => (one ? [one.id] : []));
  return { root: ids(Object.values(roots)), referenced: ids(_entities) };
};

test.each([
  "officer",
  "dispatcher",
  "socialWorker",
  "supervisor",
  "privacyOfficer",
  "analyst",
  "administrator",
] as const)("an agency's %s sees all staff", async (name) => {
  expect(await seenBy(viewers[name])).toEqual({ root: everybody, referenced: everybody });
});

test.each([
  ["provider", staff.provider],
  ["machine", staff.machine],
] as const)("an organization's %s sees social workers and itself", async (name, self) => {
  const seen = [...socialWorkers, self];
  expect(await seenBy(viewers[name])).toEqual({ root: seen, referenced: seen });
});

test("who has not signed in sees no staff", async () => {
  expect(await seenBy(viewers.anonymous)).toEqual({ root: [], referenced: [] });
});

test("lists of staff follow the same rule, counts included", async () => {
  const document = `{ agency(id: "${agencies.county}") { staff { totalCount edges { node { id } } } } }`;
  const staffOf = async (viewer: ViewerClaims) => (await slice.run(viewer, document)).data?.["agency"];
  expect(await staffOf(viewers.officer)).toMatchObject({ staff: { totalCount: 6 } });
  expect(await staffOf(viewers.provider)).toEqual({
    staff: { totalCount: 2, edges: [{ node: { id: staff.newWorker } }, { node: { id: staff.socialWorker } }] },
  });
});

test("I am who I am: a machine has the client's name, and the employer is an agency or an organization", async () => {
  const document =
    "{ me { id role name { given family } active activeFrom activeTo agency { name } organization { id } } }";
  expect((await slice.run(viewers.machine, document)).data?.["me"]).toEqual({
    id: staff.machine,
    role: "PARTNER_CLIENT",
    name: { given: null, family: "Shelter bed feed" },
    active: true,
    activeFrom: "2018-01-01",
    activeTo: null,
    agency: null,
    organization: { id: organizations.shelter },
  });
  expect((await slice.run(viewers.officer, document)).data?.["me"]).toMatchObject({
    name: { given: "Olga", family: "Testperson" },
    agency: { name: "Brooklyn Park Police Department" },
    organization: null,
  });
});

test("who works here no longer is not active", async () => {
  const answer = await slice.run(viewers.officer, `{ staffMember(id: "${staff.former}") { active activeTo } }`);
  expect(answer).toEqual({ data: { staffMember: { active: false, activeTo: "2020-01-01" } } });
});

test("assignments are those of a day, or all that are not over", async () => {
  const answer = await slice.run(
    viewers.provider,
    `{ staffMember(id: "${staff.socialWorker}") {
        now: assignments { id fte from to agency { id } socialWorker { id } }
        then: assignments(asOf: "2021-06-30") { id } } 
       agency(id: "${agencies.edina}") { planned: assignments { id } today: assignments(asOf: "2026-01-01") { id } } }`,
  );
  const socialWorker = { id: staff.socialWorker };
  expect(answer.data).toEqual({
    staffMember: {
      now: [
        {
          id: assignments.brooklynPark,
          fte: 0.7,
          from: "2019-02-01",
          to: null,
          agency: { id: agencies.brooklynPark },
          socialWorker,
        },
        {
          id: assignments.southLake,
          fte: 0.3,
          from: "2022-02-01",
          to: null,
          agency: { id: agencies.southLake },
          socialWorker,
        },
      ],
      then: [{ id: assignments.brooklynPark }, { id: assignments.past }],
    },
    agency: { planned: [{ id: assignments.planned }], today: [] },
  });
});

test("no field of the graph says how somebody signs in", () => {
  expect(slice.slice.sdl).not.toMatch(/\b(subject|issuer|login)\b\s*[:(]/i);
});
