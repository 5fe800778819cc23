import { randomUUID } from "node:crypto";

import { startReferrals, type Referrals } from "../testing/startReferrals";

let r: Referrals;
const reason = { code: "OTHER", text: "Takes up another post." };

beforeAll(async () => {
  r = await startReferrals();
  r.neighbours.workers.set(r.secondWorker.id ?? "", { agencyId: r.county, serves: [r.department, r.otherDepartment] });
  r.neighbours.workers.set(r.strangeWorker.id ?? "", { agencyId: r.county, serves: [r.otherDepartment] });
});
afterAll(() => r.stop());

type ViewerOf = Referrals["worker"];

/** The strange worker, as the gateway describes them while they cover for the worker. */
const covering = (): ViewerOf => ({
  ...r.strangeWorker,
  serves: [r.otherDepartment, r.department],
  covers: [r.worker.id ?? ""],
});

const statusFor = async (viewer: ViewerOf, id: string): Promise<string | null> =>
  (await r.see(viewer, `{ referral(id: "${id}") { status } }`)).referral?.status ?? null;

const contact = { kind: "VISIT", result: "REACHED", occurredAt: "2026-01-05T10:00:00Z" };

test("while a caseload is lent, the colleague acts as its owner; before and after, they see and do nothing", async () => {
  const { id: referralId, recordId } = await r.accepted();
  const related = async (viewer: ViewerOf): Promise<unknown> =>
    await r.port(viewer, "relations", { recordIds: [recordId] });
  const hold = { referralId, reason };
  expect(await statusFor(r.strangeWorker, referralId)).toBeNull();
  expect((await r.act(r.strangeWorker, "putReferralOnHold", hold)).codes).toEqual(["NOT_FOUND"]);
  expect(await related(r.strangeWorker)).toEqual({ recordIds: [] });

  expect(await statusFor(covering(), referralId)).toBe("ACCEPTED");
  expect(await related(covering())).toEqual({ recordIds: [recordId] });
  expect((await r.act(covering(), "recordContact", { referralId, ...contact })).codes).toEqual([]);
  expect((await r.act(covering(), "putReferralOnHold", hold)).codes).toEqual([]);
  expect((await r.act(covering(), "resumeReferral", { referralId })).codes).toEqual([]);
  const serviceId = r.neighbours.service(r.organization);
  const sent = await r.act(r.worker, "referToService", { referralId, serviceId, need: "HOUSING" });
  const cancel = { serviceReferralId: sent.payload.serviceReferral.id, reason };
  expect((await r.act(covering(), "cancelServiceReferral", cancel)).codes).toEqual([]);
  expect((await r.act(covering(), "referToService", { referralId, serviceId, need: "HOUSING" })).codes).toEqual([]);
  const mine = "{ referrals(filter: { mine: true }, first: 100) { edges { node { id owner { id } } } } }";
  expect((await r.see(covering(), mine)).referrals.edges).toContainEqual({
    node: { id: referralId, owner: { id: r.worker.id } },
  });
  expect(await statusFor(r.worker, referralId)).toBe("IN_PROGRESS");

  expect(await statusFor(r.strangeWorker, referralId)).toBeNull();
  expect((await r.act(r.strangeWorker, "recordContact", { referralId, ...contact })).codes).toEqual(["NOT_FOUND"]);
  expect(await related(r.strangeWorker)).toEqual({ recordIds: [] });
});

test("to serve an agency is not to own its referrals: only the cover lets a colleague act for the owner", async () => {
  const { id: referralId } = await r.accepted();
  const hold = { referralId, reason };
  expect((await r.act({ ...covering(), covers: [] }, "putReferralOnHold", hold)).codes).toEqual(["NOT_ALLOWED"]);
  expect((await r.act({ ...covering(), covers: [randomUUID()] }, "putReferralOnHold", hold)).codes).toEqual([
    "NOT_ALLOWED",
  ]);
  expect((await r.act({ ...r.officer, covers: [r.worker.id ?? ""] }, "withdrawReferral", hold)).codes).toEqual([]);
});

test("L3: a protected service referral is not lent and not handed on: it stays with its author", async () => {
  const { id: referralId, recordId } = await r.accepted();
  r.neighbours.consent(recordId, [r.organization]);
  const serviceId = r.neighbours.service(r.organization, { protectedProgram: "PART_2" });
  const sent = await r.act(r.worker, "referToService", { referralId, serviceId, need: "SUBSTANCE_USE" });
  const id = sent.payload.serviceReferral.id;
  const seenBy = async (viewer: ViewerOf): Promise<unknown> =>
    await r.see(
      viewer,
      `{ serviceReferral(id: "${id}") { id } referral(id: "${referralId}") { serviceReferrals { totalCount } timeline { edges { node { kind } } } } }`,
    );
  const nothing = (...kinds: readonly string[]): object => ({
    serviceReferral: null,
    referral: {
      serviceReferrals: { totalCount: 0 },
      timeline: { edges: kinds.map((kind) => ({ node: { kind } })) },
    },
  });
  expect(await seenBy(covering())).toEqual(nothing("ACCEPTED", "SUBMITTED"));
  expect((await r.act(covering(), "cancelServiceReferral", { serviceReferralId: id, reason })).codes).toEqual([
    "NOT_FOUND",
  ]);
  const handed = await r.act(r.worker, "reassignReferral", { referralId, toStaffId: r.secondWorker.id, reason });
  expect(handed.codes).toEqual([]);
  expect(await seenBy(r.secondWorker)).toEqual(nothing("REASSIGNED", "ACCEPTED", "SUBMITTED"));
  expect(await seenBy(r.worker)).toMatchObject({ serviceReferral: { id } });
  expect((await r.act(r.worker, "cancelServiceReferral", { serviceReferralId: id, reason })).codes).toEqual([]);
});

test("a referral is handed to another social worker of its agency in one step, by its owner or a supervisor", async () => {
  const { id: referralId } = await r.accepted();
  const officerVersion = async (): Promise<string> =>
    (await r.see(r.officer, `{ referral(id: "${referralId}") { version } }`)).referral.version;
  const before = await officerVersion();
  const to = { referralId, toStaffId: r.secondWorker.id, reason };
  expect((await r.act(r.secondWorker, "reassignReferral", to)).codes).toEqual(["NOT_ALLOWED"]);
  expect((await r.act(r.privacyOfficer, "reassignReferral", to)).errors).toMatchObject([
    { extensions: { code: "FORBIDDEN" } },
  ]);
  for (const toStaffId of [r.strangeWorker.id, r.officer.id, randomUUID(), r.worker.id])
    expect((await r.act(r.supervisor, "reassignReferral", { ...to, toStaffId })).codes).toEqual(["INVALID"]);
  const { payload } = await r.act(r.supervisor, "reassignReferral", to);
  expect(payload.referral).toMatchObject({ status: "ACCEPTED", statusReason: null, owner: { id: r.secondWorker.id } });
  expect(await officerVersion()).toBe(before);
  const [latest] = (
    await r.see(
      r.worker,
      `{ referral(id: "${referralId}") { timeline(first: 1) { edges { node { kind by { id } reason { text } } } } } }`,
    )
  ).referral.timeline.edges;
  expect(latest.node).toEqual({ kind: "REASSIGNED", by: { id: r.supervisor.id }, reason: { text: reason.text } });
  expect(
    await r.owner("SELECT type, payload FROM outbox WHERE entity_id = $1 ORDER BY sequence DESC LIMIT 1", [referralId]),
  ).toEqual([{ type: "referral.reassigned", payload: { referralId } }]);
  expect((await r.act(r.worker, "recordContact", { referralId, ...contact })).codes).toEqual(["NOT_ALLOWED"]);
  expect((await r.act(r.secondWorker, "recordContact", { referralId, ...contact })).codes).toEqual([]);
});

test("of two who reassign a referral at once, both are done one after the other, and it has one owner", async () => {
  const { id: referralId } = await r.accepted();
  const { version } = (await r.see(r.supervisor, `{ referral(id: "${referralId}") { version } }`)).referral;
  const to = { referralId, toStaffId: r.secondWorker.id, reason, expectedVersion: version };
  const done = await Promise.all(
    [r.worker, r.supervisor].map(async (viewer) => await r.act(viewer, "reassignReferral", to)),
  );
  expect(done.map(({ codes }) => codes.join()).sort()).toEqual(["", "CONFLICT"]);
  expect(await r.owner("SELECT owner_id FROM referral WHERE id = $1", [referralId])).toEqual([
    { owner_id: r.secondWorker.id },
  ]);
});

test("who is assigned away loses what they own, too, on the next request; colleagues and the supervisor keep it", async () => {
  const { id: referralId, recordId } = await r.accepted();
  const away = { ...r.worker, serves: [r.otherDepartment] };
  expect(await statusFor(away, referralId)).toBeNull();
  expect((await r.act(away, "recordContact", { referralId, ...contact })).codes).toEqual(["NOT_FOUND"]);
  expect(await r.port(away, "relations", { recordIds: [recordId] })).toEqual({ recordIds: [] });
  for (const viewer of [r.secondWorker, r.supervisor]) expect(await statusFor(viewer, referralId)).toBe("ACCEPTED");
  const to = { referralId, toStaffId: r.secondWorker.id, reason };
  expect((await r.act(r.supervisor, "reassignReferral", to)).codes).toEqual([]);
});

test("a supervisor of another county sees and does nothing", async () => {
  const { id: referralId, recordId } = await r.accepted();
  const elsewhere = { ...r.supervisor, id: randomUUID(), agencyId: randomUUID(), serves: [randomUUID()] };
  expect(
    await r.see(
      elsewhere,
      `query ($_: [_Any!]!) { referral(id: "${referralId}") { id } referrals { totalCount } serviceReferrals { totalCount }
        _entities(representations: $_) { ... on Referral { id } ... on Person { referrals { totalCount } } ... on StaffMember { caseload { totalCount } } } }`,
      {
        _: [
          { __typename: "Referral", id: referralId },
          { __typename: "Person", recordId, recordIds: [recordId] },
          { __typename: "StaffMember", id: r.worker.id },
        ],
      },
    ),
  ).toEqual({
    referral: null,
    referrals: { totalCount: 0 },
    serviceReferrals: { totalCount: 0 },
    _entities: [null, { referrals: { totalCount: 0 } }, { caseload: { totalCount: 0 } }],
  });
  const to = { referralId, toStaffId: r.secondWorker.id, reason };
  expect((await r.act(elsewhere, "reassignReferral", to)).codes).toEqual(["NOT_FOUND"]);
  expect(await r.port(elsewhere, "relations", { recordIds: [recordId] })).toEqual({ recordIds: [] });
});
