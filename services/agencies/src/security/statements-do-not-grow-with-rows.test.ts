import type { ViewerClaims } from "@corespond/kit";
import type { TestSlice } from "@corespond/kit/testing";

import { insertCalls } from "../testing/insertCalls";
import { startAgencies } from "../testing/startAgencies";
import { agencies, records } from "../testing/testIds";
import { viewers } from "../testing/testViewers";

let slice: TestSlice;

beforeAll(async () => {
  slice = await startAgencies();
});

afterAll(async () => {
  await slice.stop();
});

// One place per loader and document: how many places of one depth share a batch depends on which statement answers first.
const documents = {
  agencies: `{ agencies(first: 100) { totalCount edges { node {
    name jurisdictions { name } dispatchedBy { name } memberships { program { name status coverage { agencies } } }
    assignments { fte socialWorker { name { family } } }
    staff(first: 5) { totalCount edges { node { name { family } active } } }
    calls(first: 5) { totalCount edges { node { incidentNumber subjects { role } } } } } } } }`,
  calls:
    "{ calls(first: 100) { edges { node { incidentNumber agency { name jurisdictions { servedBy { name } } } } } } }",
  jurisdictions: "{ jurisdictions(first: 100) { edges { node { name servedBy { name memberships { joinedOn } } } } } }",
  programs: "{ programs { memberships { agency { name calls(first: 1) { edges { node { id } } } } } } }",
} as const;

const ofPersons = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { calls(first: 3) { totalCount edges { node { id agency { name } } } } } } }`;

const run = async (viewer: ViewerClaims, document: string, variables = {}): Promise<readonly string[]> => {
  const statements = await slice.countStatements(async () => {
    expect((await slice.run(viewer, document, variables)).errors).toBeUndefined();
  });
  return [...statements].sort();
};

test("200 agencies, memberships and calls take as many statements as 10", async () => {
  const counted = async () => {
    const statements: Record<string, readonly string[]> = {};
    for (const [name, document] of Object.entries(documents))
      statements[name] = await run(viewers.socialWorker, document);
    return statements;
  };
  await insertCalls(slice, { agencyId: agencies.brooklynPark, count: 10, recordIds: [records.resident] });
  const atTen = await counted();
  await slice.owner(
    "INSERT INTO agency (id, name, kind) SELECT gen_random_uuid(), 'Zone ' || n, 'OTHER' FROM generate_series(1, 200) n",
  );
  await slice.owner(
    "INSERT INTO agency_jurisdiction SELECT a.id, j.id FROM agency a, jurisdiction j ON CONFLICT DO NOTHING",
  );
  await slice.owner(
    "INSERT INTO program_membership SELECT gen_random_uuid(), p.id, a.id, '2023-01-01' FROM agency a, program p WHERE a.kind = 'OTHER'",
  );
  await insertCalls(slice, { agencyId: agencies.southLake, count: 200, recordIds: [records.neighbour] });
  expect(await counted()).toEqual(atTen);
  expect(atTen["agencies"]).toEqual([
    "agencies.agency.byId",
    "agencies.agency.list",
    "agencies.agency.list.count",
    "agencies.assignment.ofAgency",
    "agencies.audit.insert",
    "agencies.call.list",
    "agencies.call.list.count",
    "agencies.jurisdiction.ofAgency",
    "agencies.membership.ofAgency",
    "agencies.program.byId",
    "agencies.program.coverage",
    "agencies.staff.byId",
    "agencies.staff.ofAgency",
    "agencies.staff.ofAgency.count",
  ]);
});

test("100 persons' calls take as many statements as one's", async () => {
  const person = (recordId: string) => ({ __typename: "Person", recordId, recordIds: [recordId] });
  const one = await run(viewers.supervisor, ofPersons, { r: [person(records.resident)] });
  const many = await run(viewers.supervisor, ofPersons, {
    r: [...Array(100).keys()].map((n) => person(n % 2 ? records.resident : records.neighbour)),
  });
  expect(many).toEqual(one);
  expect(one).toEqual([
    "agencies.agency.byId",
    "agencies.audit.insert",
    "agencies.call.list",
    "agencies.call.list.count",
  ]);
});
