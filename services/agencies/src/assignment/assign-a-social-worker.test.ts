import { randomUUID } from "node:crypto";

import type { ViewerClaims } from "@corespond/kit";
import type { TestSlice } from "@corespond/kit/testing";

import { startAgencies } from "../testing/startAgencies";
import { agencies, staff, testId } from "../testing/testIds";
import { viewers } from "../testing/testViewers";

let slice: TestSlice;

beforeAll(async () => {
  slice = await startAgencies();
});

afterAll(async () => {
  await slice.stop();
});

const document = `mutation($input: AssignSocialWorkerInput!) { assignSocialWorker(input: $input) {
  assignment { id fte from to agency { id } socialWorker { id } } userErrors { code field message } } }`;

const newWorker = { socialWorkerId: staff.newWorker, agencyId: agencies.bloomington, fte: 0.4, from: "2025-01-01" };

const assign = async (viewer: ViewerClaims, input: object) => {
  const answer = await slice.run(viewer, document, { input: { idempotencyKey: randomUUID(), ...newWorker, ...input } });
  return answer.data?.["assignSocialWorker"] as {
    readonly assignment: { readonly id: string } | null;
    readonly userErrors: readonly {
      readonly code: string;
      readonly field: readonly string[];
      readonly message: string;
    }[];
  };
};

test("an administrator assigns, once per key, and the log and other slices are told", async () => {
  const idempotencyKey = randomUUID();
  const made = await assign(viewers.administrator, { idempotencyKey, to: "2026-01-01" });
  expect(made).toEqual({
    assignment: {
      id: expect.any(String) as string,
      fte: 0.4,
      from: "2025-01-01",
      to: "2026-01-01",
      agency: { id: agencies.bloomington },
      socialWorker: { id: staff.newWorker },
    },
    userErrors: [],
  });
  expect(await assign(viewers.administrator, { idempotencyKey, to: "2026-01-01" })).toEqual(made);
  const assignmentId = made.assignment?.id;
  expect(
    await slice.owner("SELECT id FROM assignment WHERE social_worker_id = $1 AND agency_id = $2", [
      staff.newWorker,
      agencies.bloomington,
    ]),
  ).toEqual([{ id: assignmentId }]);
  expect(
    await slice.owner("SELECT viewer_id, action, subjects FROM audit_entry WHERE action = 'assignSocialWorker'"),
  ).toEqual([
    {
      viewer_id: staff.administrator,
      action: "assignSocialWorker",
      subjects: { Assignment: [assignmentId], StaffMember: [staff.newWorker], Agency: [agencies.bloomington] },
    },
  ]);
  expect(await slice.owner("SELECT type, entity_id, payload FROM outbox")).toEqual([
    {
      type: "assignment.made",
      entity_id: assignmentId,
      payload: { assignmentId, socialWorkerId: staff.newWorker, agencyId: agencies.bloomington },
    },
  ]);
});

test("the same agency is not served twice at a time, but again afterwards", async () => {
  expect((await assign(viewers.supervisor, { from: "2025-12-31" })).userErrors).toMatchObject([
    { code: "TAKEN", field: ["input", "agencyId"] },
  ]);
  expect((await assign(viewers.supervisor, { from: "2026-01-01", to: "2027-01-01" })).userErrors).toEqual([]);
});

test("the parts of a position add up to one at most, on the fullest day", async () => {
  const southLake = { agencyId: agencies.southLake, from: "2025-06-01", to: "2026-06-01" };
  expect((await assign(viewers.supervisor, { ...southLake, fte: 0.7 })).userErrors).toEqual([
    {
      code: "INVALID",
      field: ["input", "fte"],
      message: "The social worker has 0.6 of a position left in that time, but got: 0.7.",
    },
  ]);
  expect((await assign(viewers.supervisor, { ...southLake, fte: 0.6 })).userErrors).toEqual([]);
});

test.each([
  ["an end that is not after the start", { to: "2025-01-01" }, "INVALID", "to"],
  ["no part of a position", { fte: 0 }, "INVALID", "fte"],
  ["more than a position", { fte: 1.5 }, "INVALID", "fte"],
  ["an id that is none", { socialWorkerId: "x" }, "INVALID", "socialWorkerId"],
  ["nobody", { socialWorkerId: testId(1) }, "NOT_FOUND", "socialWorkerId"],
  ["no social worker", { socialWorkerId: staff.officer }, "INVALID", "socialWorkerId"],
  ["a day before the employment", { from: "2017-01-01" }, "INVALID", "socialWorkerId"],
  ["no agency", { agencyId: testId(1) }, "NOT_FOUND", "agencyId"],
  ["an agency outside the program", { agencyId: agencies.dispatch }, "NOT_ALLOWED", "agencyId"],
  ["an agency that has left", { agencyId: agencies.hopkins }, "INVALID", "agencyId"],
  ["an agency that has not joined", { agencyId: agencies.edina, from: "2098-12-31" }, "INVALID", "agencyId"],
])("%s is refused, and nothing changes", async (...[, input, code, field]) => {
  const before = await slice.owner("SELECT count(*) FROM assignment");
  const { assignment, userErrors } = await assign(viewers.supervisor, input);
  expect(assignment).toBeNull();
  expect(userErrors).toMatchObject([{ code, field: ["input", field] }]);
  expect(await slice.owner("SELECT count(*) FROM assignment")).toEqual(before);
});

test("another county's supervisor may not assign this county's social workers", async () => {
  const elsewhere = { ...viewers.supervisor, agencyId: agencies.dispatch };
  expect((await assign(elsewhere, {})).userErrors).toMatchObject([
    { code: "NOT_ALLOWED", field: ["input", "socialWorkerId"] },
  ]);
});

test.each(["officer", "dispatcher", "socialWorker", "privacyOfficer", "analyst", "provider", "machine"] as const)(
  "it is not an action of the %s",
  async (name) => {
    const { errors } = await slice.run(viewers[name], document, {
      input: { idempotencyKey: randomUUID(), ...newWorker },
    });
    expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  },
);

test("two assignments at a time do not overfill a position", async () => {
  const input = { fte: 0.9, from: "2030-01-01", to: "2031-01-01" };
  const outcomes = await Promise.all([
    assign(viewers.supervisor, { ...input, agencyId: agencies.brooklynPark }),
    assign(viewers.administrator, { ...input, agencyId: agencies.southLake }),
  ]);
  expect(outcomes.map(({ userErrors }) => userErrors.map(({ code }) => code)).sort()).toEqual([[], ["INVALID"]]);
});
