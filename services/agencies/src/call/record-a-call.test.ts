import { randomUUID } from "node:crypto";

import type { ViewerClaims } from "@corespond/kit";
import type { TestSlice } from "@corespond/kit/testing";

import { startAgencies } from "../testing/startAgencies";
import { agencies, persons, records, staff, testId } from "../testing/testIds";
import { viewers } from "../testing/testViewers";

let slice: TestSlice;

beforeAll(async () => {
  slice = await startAgencies();
});

afterAll(async () => {
  await slice.stop();
});

const document = `mutation($input: RecordCallInput!) { recordCall(input: $input) {
  call {
    id incidentNumber receivedAt answeredAt closedAt natureCode natureText commonCode priority disposition beat recordedAt
    agency { id } address { street city text } cautions { text source } subjects { role person { recordId } }
    redactions { field } version
  }
  userErrors { code field message } } }`;

const whole = {
  receivedAt: "2024-03-01T14:00:00-06:00",
  answeredAt: "2024-03-01T20:00:08Z",
  closedAt: "2024-03-01T21:00:00Z",
  natureCode: "WELF",
  natureText: "Check welfare",
  commonCode: "WELFARE",
  priority: 3,
  disposition: "Advised",
  beat: "3A",
  address: { street: "12 Example Street", city: "Brooklyn Park", text: "rear door" },
  cautions: [{ text: "Large dog", source: "caller" }, { text: "Steep stairs" }],
  subjects: [
    { personId: persons.neighbour, role: "CALLER" },
    { personId: persons.resident, role: "SUBJECT" },
  ],
};

interface Recorded {
  readonly call: Readonly<Record<string, unknown>> | null;
  readonly userErrors: readonly {
    readonly code: string;
    readonly field: readonly string[];
    readonly message: string;
  }[];
}

const record = async (viewer: ViewerClaims, input: object): Promise<Recorded> => {
  const sent = { idempotencyKey: randomUUID(), incidentNumber: randomUUID(), receivedAt: whole.receivedAt, ...input };
  const { data, errors } = await slice.run(viewer, document, { input: sent });
  expect(errors).toBeUndefined();
  return data?.["recordCall"] as Recorded;
};

test("an officer records a call of the own agency, once per key", async () => {
  const input = { ...whole, idempotencyKey: randomUUID(), incidentNumber: "24-000123" };
  const recorded = await record(viewers.officer, input);
  expect(recorded).toEqual({
    call: {
      ...whole,
      id: expect.any(String) as string,
      incidentNumber: "24-000123",
      receivedAt: "2024-03-01T20:00:00.000Z",
      answeredAt: "2024-03-01T20:00:08.000Z",
      closedAt: "2024-03-01T21:00:00.000Z",
      recordedAt: expect.any(String) as string,
      agency: { id: agencies.brooklynPark },
      cautions: [
        { text: "Large dog", source: "caller" },
        { text: "Steep stairs", source: null },
      ],
      subjects: [
        { role: "CALLER", person: { recordId: records.neighbour } },
        { role: "SUBJECT", person: { recordId: records.resident } },
      ],
      redactions: [],
      version: expect.any(String) as string,
    },
    userErrors: [],
  });
  expect(await record(viewers.officer, input)).toEqual(recorded);
  expect(await slice.owner("SELECT count(*)::int AS calls FROM call_for_service")).toEqual([{ calls: 1 }]);
});

test("a key is not used for another call", async () => {
  const idempotencyKey = randomUUID();
  await record(viewers.officer, { idempotencyKey, incidentNumber: "24-000124" });
  const { errors } = await slice.run(viewers.officer, document, {
    input: { idempotencyKey, incidentNumber: "24-000125", receivedAt: whole.receivedAt },
  });
  expect(errors).toMatchObject([{ extensions: { code: "IDEMPOTENCY_MISMATCH" } }]);
});

test("other slices are told ids and codes, and the log who recorded which persons' call", async () => {
  const { call } = await record(viewers.officer, { ...whole, incidentNumber: "24-000126" });
  const [event] = await slice.owner("SELECT type, entity_id, payload FROM outbox WHERE entity_id = $1", [call?.["id"]]);
  expect(event).toEqual({
    type: "call.recorded",
    entity_id: call?.["id"],
    payload: {
      callId: call?.["id"],
      agencyId: agencies.brooklynPark,
      incidentNumber: "24-000126",
      receivedAt: "2024-03-01T20:00:00.000Z",
      commonCode: "WELFARE",
      subjects: [
        { recordId: records.neighbour, role: "CALLER" },
        { recordId: records.resident, role: "SUBJECT" },
      ],
    },
  });
  const [written] = await slice.owner<{ record_ids: readonly string[]; fields: readonly string[] }>(
    "SELECT viewer_id, record_ids, fields FROM audit_entry WHERE action = 'recordCall' AND subjects @> $1",
    [JSON.stringify({ CallForService: [call?.["id"]] })],
  );
  expect(written).toMatchObject({ viewer_id: staff.officer });
  expect([...(written?.record_ids ?? [])].sort()).toEqual([records.resident, records.neighbour]);
  expect(written?.fields).toContain("CallForService.cautions");
  expect(written?.fields).not.toContain("CallForService.idempotencyKey");
});

test("a dispatcher records for an agency that the own one dispatches", async () => {
  const { call, userErrors } = await record(viewers.dispatcher, { agencyId: agencies.southLake });
  expect(userErrors).toEqual([]);
  expect(call).toMatchObject({
    agency: { id: agencies.southLake },
    address: null,
    cautions: [],
    subjects: [],
    closedAt: null,
  });
});

test("a number is taken once per agency", async () => {
  const taken = { incidentNumber: "24-000200" };
  await record(viewers.dispatcher, { ...taken, agencyId: agencies.brooklynPark });
  expect((await record(viewers.officer, taken)).userErrors).toEqual([
    {
      code: "TAKEN",
      field: ["input", "incidentNumber"],
      message: "The agency has a call with this number already: 24-000200.",
    },
  ]);
  expect((await record(viewers.dispatcher, { ...taken, agencyId: agencies.southLake })).userErrors).toEqual([]);
});

const inAnHour = new Date(Date.now() + 3_600_000).toISOString();

test.each([
  ["another agency's call", { agencyId: agencies.bloomington }, "NOT_ALLOWED", ["agencyId"]],
  ["no agency's call", { agencyId: testId(1) }, "NOT_ALLOWED", ["agencyId"]],
  ["a call of an id that is none", { agencyId: "x" }, "INVALID", ["agencyId"]],
  ["a call without a number", { incidentNumber: "" }, "INVALID", ["incidentNumber"]],
  ["a call in the future", { receivedAt: inAnHour }, "INVALID", ["receivedAt"]],
  ["an answer before the call", { answeredAt: "2024-02-29T00:00:00Z" }, "INVALID", ["answeredAt"]],
  ["an end before the answer", { answeredAt: whole.closedAt, closedAt: whole.answeredAt }, "INVALID", ["closedAt"]],
  ["a common code that is none", { commonCode: "welfare" }, "INVALID", ["commonCode"]],
  ["a priority above 9", { priority: 10 }, "INVALID", ["priority"]],
  ["too long a beat", { beat: "x".repeat(51) }, "INVALID", ["beat"]],
  ["too long a street", { address: { street: "x".repeat(201) } }, "INVALID", ["address", "street"]],
  ["a caution that says nothing", { cautions: [{ text: "" }] }, "INVALID", ["cautions", "0", "text"]],
  ["21 cautions", { cautions: Array(21).fill({ text: "dog" }) }, "INVALID", ["cautions"]],
  [
    "a person who is unknown to the officer",
    { subjects: [whole.subjects[0], { personId: testId(1), role: "SUBJECT" }] },
    "NOT_FOUND",
    ["subjects", "1", "personId"],
  ],
  ["one subject twice", { subjects: [whole.subjects[0], whole.subjects[0]] }, "INVALID", ["subjects", "1", "personId"]],
])("%s is refused, and nothing is recorded", async (...[, input, code, path]) => {
  const before = await slice.owner("SELECT count(*) FROM call_for_service");
  const { call, userErrors } = await record(viewers.officer, input);
  expect(call).toBeNull();
  expect(userErrors).toMatchObject([{ code, field: ["input", ...path] }]);
  expect(await slice.owner("SELECT count(*) FROM call_for_service")).toEqual(before);
});

test("one person may call about themself", async () => {
  const subjects = (["CALLER", "SUBJECT"] as const).map((role) => ({ personId: persons.resident, role }));
  expect((await record(viewers.officer, { subjects })).call).toMatchObject({
    subjects: [{ role: "CALLER" }, { role: "SUBJECT" }],
  });
});

test.each(["socialWorker", "supervisor", "privacyOfficer", "analyst", "administrator", "provider", "machine"] as const)(
  "it is not an action of the %s",
  async (name) => {
    const { errors } = await slice.run(viewers[name], document, {
      input: { idempotencyKey: randomUUID(), incidentNumber: "24-000300", receivedAt: whole.receivedAt },
    });
    expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  },
);
