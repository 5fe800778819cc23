import { randomUUID } from "node:crypto";

import type { ViewerClaims } from "@corespond/kit";
import type { TestSlice } from "@corespond/kit/testing";

import { insertCalls } from "../testing/insertCalls";
import { startAgencies } from "../testing/startAgencies";
import { agencies, persons, records, staff, testId } from "../testing/testIds";
import { viewers } from "../testing/testViewers";

let slice: TestSlice;
let callId: string;

beforeAll(async () => {
  slice = await startAgencies();
});

afterAll(async () => {
  await slice.stop();
});

const callOf = async (agencyId: string, recordIds: readonly string[] = []): Promise<string> => {
  await slice.owner("UPDATE call_for_service SET incident_number = gen_random_uuid()");
  const [id] = await insertCalls(slice, { agencyId, count: 1, recordIds });
  return id ?? "";
};

beforeEach(async () => {
  callId = await callOf(agencies.brooklynPark);
});

interface Changed {
  readonly call: { readonly subjects: readonly object[] } | null;
  readonly userErrors: readonly object[];
}

type Mutation = "linkCallToPerson" | "unlinkCallFromPerson";

const documentOf = (mutation: Mutation): string => {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return `mutation($input: ${type}!) { ${mutation}(input: $input) {
    call { id subjects { role person { recordId } } } userErrors { code field message } } }`;
};

const given = (input: object) => ({
  input: { idempotencyKey: randomUUID(), callId, personId: persons.resident, role: "SUBJECT", ...input },
});

const change = async (mutation: Mutation, viewer: ViewerClaims, input: object = {}): Promise<Changed> => {
  const { data, errors } = await slice.run(viewer, documentOf(mutation), given(input));
  expect(errors).toBeUndefined();
  return data?.[mutation] as Changed;
};

const subject = { role: "SUBJECT", person: { recordId: records.resident } };

test.each(["officer", "dispatcher", "socialWorker", "supervisor"] as const)(
  "the %s links a call to a person and takes it back",
  async (name) => {
    expect(await change("linkCallToPerson", viewers[name])).toEqual({
      call: { id: callId, subjects: [subject] },
      userErrors: [],
    });
    expect(await slice.owner("SELECT linked_by FROM call_subject WHERE call_id = $1", [callId])).toEqual([
      { linked_by: viewers[name].id },
    ]);
    expect(await change("unlinkCallFromPerson", viewers[name])).toEqual({
      call: { id: callId, subjects: [] },
      userErrors: [],
    });
    expect(
      await slice.owner(
        "SELECT record_id, role, agency_id, unlinked_by, unlinked_at > linked_at AS held FROM call_subject_history WHERE call_id = $1",
        [callId],
      ),
    ).toEqual([
      {
        record_id: records.resident,
        role: "SUBJECT",
        agency_id: agencies.brooklynPark,
        unlinked_by: viewers[name].id,
        held: true,
      },
    ]);
  },
);

test.each(["privacyOfficer", "analyst", "administrator", "provider", "machine"] as const)(
  "it is not an action of the %s",
  async (name) => {
    for (const mutation of ["linkCallToPerson", "unlinkCallFromPerson"] as const) {
      const { errors } = await slice.run(viewers[name], documentOf(mutation), given({}));
      expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    }
  },
);

test("nobody links a call that they may not see", async () => {
  const elsewhere = await callOf(agencies.bloomington, [records.resident]);
  for (const viewer of [viewers.officer, viewers.dispatcher, viewers.socialWorker]) {
    for (const mutation of ["linkCallToPerson", "unlinkCallFromPerson"] as const) {
      expect(await change(mutation, viewer, { callId: elsewhere, role: "CALLER" })).toMatchObject({
        call: null,
        userErrors: [{ code: "NOT_FOUND", field: ["input", "callId"] }],
      });
    }
  }
});

test.each([
  ["a person who is not known", { personId: testId(1) }, "NOT_FOUND", "personId"],
  ["a person's id that is none", { personId: "x" }, "INVALID", "personId"],
  ["a call that nobody knows", { callId: testId(1) }, "NOT_FOUND", "callId"],
  ["a call's id that is none", { callId: "x" }, "INVALID", "callId"],
])("%s is refused", async (...[, input, code, field]) => {
  expect(await change("linkCallToPerson", viewers.officer, input)).toMatchObject({
    call: null,
    userErrors: [{ code, field: ["input", field] }],
  });
});

test("once per key, and a person is in a role of a call once", async () => {
  const idempotencyKey = randomUUID();
  const linked = await change("linkCallToPerson", viewers.officer, { idempotencyKey });
  expect(await change("linkCallToPerson", viewers.officer, { idempotencyKey })).toEqual(linked);
  expect((await change("linkCallToPerson", viewers.officer)).userErrors).toEqual([
    { code: "INVALID", field: ["input", "personId"], message: "The person is SUBJECT of this call already." },
  ]);
  expect((await change("linkCallToPerson", viewers.officer, { role: "CALLER" })).call?.subjects).toEqual([
    subject,
    { ...subject, role: "CALLER" },
  ]);
});

test("a person is the same by every record", async () => {
  const byAnother = await callOf(agencies.brooklynPark, [records.residentElsewhere]);
  expect((await change("linkCallToPerson", viewers.socialWorker, { callId: byAnother })).userErrors).toMatchObject([
    { code: "INVALID" },
  ]);
  expect(await change("unlinkCallFromPerson", viewers.socialWorker, { callId: byAnother })).toMatchObject({
    call: { subjects: [] },
    userErrors: [],
  });
});

test("a person who is not in the call in that role is not taken out of it", async () => {
  await change("linkCallToPerson", viewers.officer, { role: "CALLER" });
  expect(await change("unlinkCallFromPerson", viewers.officer)).toEqual({
    call: null,
    userErrors: [{ code: "INVALID", field: ["input", "personId"], message: "The person is not SUBJECT of this call." }],
  });
});

test("a call has 20 persons at most", async () => {
  const full = await callOf(
    agencies.brooklynPark,
    [...Array(20).keys()].map((n) => testId(0x500 + n)),
  );
  expect((await change("linkCallToPerson", viewers.officer, { callId: full })).userErrors).toMatchObject([
    { code: "INVALID", message: "A call has 20 persons at most." },
  ]);
});

test("other slices are told who is in the call now, under the number by which it counts, and the log who said so", async () => {
  await slice.owner("UPDATE call_for_service SET counted_as = '24-000001' WHERE id = $1", [callId]);
  await change("linkCallToPerson", viewers.officer, { personId: persons.neighbour, role: "CALLER" });
  await change("linkCallToPerson", viewers.socialWorker);
  await change("unlinkCallFromPerson", viewers.supervisor, { personId: persons.neighbour, role: "CALLER" });
  const events = await slice.owner<{ payload: object }>(
    "SELECT type, payload FROM outbox WHERE entity_id = $1 ORDER BY sequence",
    [callId],
  );
  const [caller, about] = [
    { recordId: records.neighbour, role: "CALLER" },
    { recordId: records.resident, role: "SUBJECT" },
  ];
  expect(events).toEqual(
    [[caller], [caller, about], [about]].map((subjects) => ({
      type: "call.recorded",
      payload: {
        callId,
        agencyId: agencies.brooklynPark,
        incidentNumber: "24-000001",
        receivedAt: "2024-05-31T12:00:00.000Z",
        commonCode: "WELFARE",
        subjects,
      },
    })),
  );
  expect(
    await slice.owner(
      "SELECT action, viewer_id, record_ids, fields FROM audit_entry WHERE action <> 'READ' AND subjects @> $1 ORDER BY recorded_at",
      [JSON.stringify({ CallForService: [callId] })],
    ),
  ).toEqual(
    [
      ["linkCallToPerson", staff.officer, records.neighbour],
      ["linkCallToPerson", staff.socialWorker, records.resident],
      ["unlinkCallFromPerson", staff.supervisor, records.neighbour],
    ].map(([action, viewer, record]) => ({
      action,
      viewer_id: viewer,
      record_ids: [record],
      fields: ["CallForService.subjects"],
    })),
  );
});
