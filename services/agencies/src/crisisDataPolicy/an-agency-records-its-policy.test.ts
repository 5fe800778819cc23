import { randomUUID } from "node:crypto";

import type { ViewerClaims } from "@corespond/kit";
import type { TestSlice } from "@corespond/kit/testing";

import { startAgencies } from "../testing/startAgencies";
import { agencies, testId } from "../testing/testIds";
import { viewers } from "../testing/testViewers";

let slice: TestSlice;

beforeAll(async () => {
  slice = await startAgencies();
});
afterAll(() => slice.stop());

const document = `mutation ($input: RecordCrisisDataPolicyInput!) { recordCrisisDataPolicy(input: $input) {
  agency { id crisisDataPolicy { adoptedOn title } } userErrors { code field } } }`;

const record = async (viewer: ViewerClaims, input: object) =>
  await slice.run(viewer, document, {
    input: {
      idempotencyKey: randomUUID(),
      agencyId: agencies.brooklynPark,
      adoptedOn: "2024-05-01",
      title: "Crisis data",
      ...input,
    },
  });

const seenBy = async (viewer: ViewerClaims) =>
  await slice.run(viewer, "query ($id: ID) { agency(id: $id) { crisisDataPolicy { adoptedOn } } }", {
    id: agencies.brooklynPark,
  });

test("L15: an administrator records an agency's 626.8477 policy; staff see it, and the port tells it", async () => {
  const port = async () => await slice.port(viewers.officer, "crisisDataPolicyOf", { agencyId: agencies.brooklynPark });
  expect(await port()).toBeNull();
  const { data } = await record(viewers.administrator, {});
  expect(data).toEqual({
    recordCrisisDataPolicy: {
      agency: { id: agencies.brooklynPark, crisisDataPolicy: { adoptedOn: "2024-05-01", title: "Crisis data" } },
      userErrors: [],
    },
  });
  expect(await port()).toEqual({ adoptedOn: "2024-05-01" });
  expect((await seenBy(viewers.officer)).data).toEqual({ agency: { crisisDataPolicy: { adoptedOn: "2024-05-01" } } });
  for (const viewer of [viewers.provider, viewers.machine, viewers.anonymous])
    expect((await seenBy(viewer)).data).toEqual({ agency: { crisisDataPolicy: null } });
});

test.each([
  ["an agency of another county", { agencyId: agencies.dispatch }, "NOT_ALLOWED"],
  ["an agency that does not exist", { agencyId: testId(0xfff) }, "NOT_FOUND"],
  ["a day in the future", { adoptedOn: "2199-01-01" }, "INVALID"],
  ["no title", { title: " " }, "INVALID"],
])("L15: no policy is recorded for %s", async (_what, input, code) => {
  const { data } = await record(viewers.administrator, input);
  expect(data?.["recordCrisisDataPolicy"]).toMatchObject({ agency: null, userErrors: [{ code }] });
});

test("L15: nobody but an administrator records a policy", async () => {
  for (const viewer of [viewers.officer, viewers.supervisor, viewers.privacyOfficer])
    expect((await record(viewer, {})).errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN" });
});
