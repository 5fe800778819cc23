import { randomUUID } from "node:crypto";

import { startReferrals, type Answer, type Referrals } from "../testing/startReferrals";

let r: Referrals;
const all = `id need urgency ageBand message status statusReason { code text } outcome protected legalBasis legalBasisCitation
  person { recordId } referral { id } referredBy { id } service { id } organization { id } timeline { edges { node { kind } } }
  redactions { field }`;
const reason = { code: "NO_CAPACITY", text: "The list is closed." };

beforeAll(async () => {
  r = await startReferrals();
});
afterAll(() => r.stop());
afterEach(() => r.neighbours.down.clear());

/** A referral that the worker owns, and a service referral made for it. */
async function referredOn(
  more: object = {},
): Promise<{ id: string; referralId: string; recordId: string; serviceId: string }> {
  const { id: referralId, recordId } = await r.accepted();
  const serviceId = r.neighbours.service(r.organization);
  const input = {
    referralId,
    serviceId,
    need: "HOUSING",
    urgency: "URGENT",
    ageBand: "FROM_60",
    message: "Uses a wheelchair.",
    ...more,
  };
  const { payload } = await r.act(r.worker, "referToService", input);
  return { id: payload.serviceReferral.id, referralId, recordId, serviceId };
}

const seen = async (viewer: typeof r.officer, id: string): Promise<Answer> =>
  (await r.see(viewer, `{ serviceReferral(id: "${id}") { ${all} } }`)).serviceReferral;

test("a provider decides on a preview, learns who it is on accepting, and loses sight of the person at the end", async () => {
  const { id, referralId, recordId, serviceId } = await referredOn({
    legalBasis: { basis: "CONSENT", citation: "Signed 2026-01-02." },
  });
  const preview = {
    id,
    need: "HOUSING",
    urgency: "URGENT",
    ageBand: "FROM_60",
    protected: false,
    service: { id: serviceId },
    organization: { id: r.organization },
  };
  const never = { referral: null, legalBasis: null, legalBasisCitation: null };
  const notYet = { referredBy: null, statusReason: null, timeline: null, person: null, message: null };
  expect(await seen(r.provider, id)).toEqual({
    ...preview,
    ...never,
    ...notYet,
    status: "REQUESTED",
    outcome: null,
    redactions: [...Object.keys(never), ...Object.keys(notYet)].map((field) => ({ field })),
  });

  const accept = await r.act(r.provider, `acceptServiceReferral { serviceReferral { ${all} } }`, {
    serviceReferralId: id,
  });
  const told = { referredBy: { id: r.worker.id }, person: { recordId }, message: "Uses a wheelchair." };
  expect(accept.payload.serviceReferral).toMatchObject({
    ...preview,
    ...never,
    ...told,
    status: "ACCEPTED",
    timeline: { edges: [{ node: { kind: "ACCEPTED" } }, { node: { kind: "SUBMITTED" } }] },
  });

  const end = await r.act(r.provider, `completeServiceReferral { serviceReferral { ${all} } }`, {
    serviceReferralId: id,
    outcome: "GOT_HELP",
  });
  expect(end.payload.serviceReferral).toMatchObject({
    ...preview,
    ...never,
    person: null,
    message: null,
    status: "COMPLETED",
    outcome: "GOT_HELP",
    redactions: [...Object.keys(never), "person", "message"].map((field) => ({ field })),
  });
  expect(await seen(r.worker, id)).toMatchObject({
    status: "COMPLETED",
    outcome: "GOT_HELP",
    person: { recordId },
    message: "Uses a wheelchair.",
    referral: { id: referralId },
    legalBasis: "CONSENT",
    legalBasisCitation: "Signed 2026-01-02.",
    redactions: [],
  });
  const types = await r.owner<{ type: string; payload: unknown }>(
    "SELECT type, payload FROM outbox WHERE entity_id = $1 ORDER BY sequence",
    [id],
  );
  expect(types).toEqual(
    ["submitted", "accepted", "completed"].map((verb) => ({
      type: `service_referral.${verb}`,
      payload: { serviceReferralId: id },
    })),
  );
});

test("a provider keeps no sight of what it rejects, and the social worker reads why", async () => {
  const { id } = await referredOn();
  const { payload } = await r.act(r.provider, "rejectServiceReferral", { serviceReferralId: id, reason });
  expect(payload).toEqual({ serviceReferral: null, userErrors: [] });
  expect(await seen(r.provider, id)).toBeNull();
  expect(
    (await r.see(r.provider, "{ serviceReferrals(first: 100) { edges { node { id } } } }")).serviceReferrals.edges,
  ).not.toContainEqual({ node: { id } });
  expect((await r.act(r.provider, "acceptServiceReferral", { serviceReferralId: id })).codes).toEqual(["NOT_FOUND"]);
  expect(await seen(r.worker, id)).toMatchObject({
    status: "REJECTED",
    statusReason: reason,
    timeline: { edges: [{ node: { kind: "REJECTED" } }, { node: { kind: "SUBMITTED" } }] },
  });
});

test("an end without help is explained, and shows as FAILED with the outcome as its reason", async () => {
  const { id: serviceReferralId } = await referredOn();
  await r.act(r.provider, "acceptServiceReferral", { serviceReferralId });
  const unexplained = await r.act(r.provider, "completeServiceReferral", {
    serviceReferralId,
    outcome: "NOT_ELIGIBLE",
  });
  expect(unexplained.payload.userErrors).toMatchObject([{ code: "REQUIRED", field: ["input", "explanation"] }]);
  const { payload } = await r.act(r.provider, "completeServiceReferral", {
    serviceReferralId,
    outcome: "NOT_ELIGIBLE",
    explanation: "Over the income limit.",
  });
  expect(payload.serviceReferral).toMatchObject({
    status: "FAILED",
    outcome: "NOT_ELIGIBLE",
    statusReason: { code: "NOT_ELIGIBLE", text: "Over the income limit." },
  });
});

test("its author cancels it before and after acceptance; what was never accepted shows its provider no reason", async () => {
  for (const accepted of [false, true]) {
    const { id: serviceReferralId } = await referredOn();
    if (accepted) await r.act(r.provider, "acceptServiceReferral", { serviceReferralId });
    expect((await r.act(r.secondWorker, "cancelServiceReferral", { serviceReferralId, reason })).codes).toEqual([
      "NOT_ALLOWED",
    ]);
    const { payload } = await r.act(r.worker, "cancelServiceReferral", { serviceReferralId, reason });
    expect(payload.serviceReferral).toMatchObject({ status: "CANCELLED", statusReason: reason });
    expect(await seen(r.provider, serviceReferralId)).toMatchObject({
      status: "CANCELLED",
      person: null,
      message: null,
      statusReason: accepted ? reason : null,
    });
  }
});

test("an illegal transition names the state and what the provider may do", async () => {
  const { id: serviceReferralId } = await referredOn();
  const early = await r.act(r.provider, "completeServiceReferral", { serviceReferralId, outcome: "GOT_HELP" });
  expect(early.payload.userErrors).toMatchObject([
    {
      code: "ILLEGAL_TRANSITION",
      message:
        "`completeServiceReferral` is not possible: the service referral is REQUESTED. Possible for you now: `acceptServiceReferral`, `rejectServiceReferral`.",
    },
  ]);
  const { serviceReferral } = await r.see(r.provider, `{ serviceReferral(id: "${serviceReferralId}") { version } }`);
  await r.act(r.worker, "cancelServiceReferral", { serviceReferralId, reason });
  const stale = await r.act(r.provider, "acceptServiceReferral", {
    serviceReferralId,
    expectedVersion: serviceReferral.version,
  });
  expect(stale.payload.userErrors).toMatchObject([
    { code: "CONFLICT", message: expect.stringContaining("It is CANCELLED.") },
  ]);
  for (const [mutation, input] of [
    ["acceptServiceReferral", {}],
    ["rejectServiceReferral", { reason }],
    ["completeServiceReferral", { outcome: "GOT_HELP" }],
  ] as const) {
    expect((await r.act(r.provider, mutation, { serviceReferralId, ...input })).codes).toEqual(["ILLEGAL_TRANSITION"]);
  }
  expect((await r.act(r.worker, "cancelServiceReferral", { serviceReferralId, reason })).codes).toEqual([
    "ILLEGAL_TRANSITION",
  ]);
});

test("another organization, the police and everybody without a part in it see no trace", async () => {
  const { id, serviceId } = await referredOn();
  for (const viewer of [
    r.strangeProvider,
    r.officer,
    r.dispatcher,
    r.strangeWorker,
    r.analyst,
    r.administrator,
    r.partner,
    r.anonymous,
  ]) {
    const data = await r.see(
      viewer,
      `query ($_: [_Any!]!) { serviceReferral(id: "${id}") { id } serviceReferrals { totalCount edges { cursor } }
      _entities(representations: $_) { ... on ServiceReferral { id } ... on Service { referrals { totalCount edges { cursor } } } } }`,
      {
        _: [
          { __typename: "ServiceReferral", id },
          { __typename: "Service", id: serviceId },
        ],
      },
    );
    expect(data).toEqual({
      serviceReferral: null,
      serviceReferrals: { totalCount: 0, edges: [] },
      _entities: [null, { referrals: { totalCount: 0, edges: [] } }],
    });
  }
  const ofService = await r.see(
    r.provider,
    `query ($_: [_Any!]!) { _entities(representations: $_) { ... on Service { referrals { edges { node { id person { recordId } } } } } } }`,
    { _: [{ __typename: "Service", id: serviceId }] },
  );
  expect(ofService._entities[0].referrals.edges).toEqual([{ node: { id, person: null } }]);
  expect(await seen(r.privacyOfficer, id)).toMatchObject({ id, message: null, redactions: [{ field: "message" }] });
  expect((await r.act(r.strangeProvider, "acceptServiceReferral", { serviceReferralId: id })).codes).toEqual([
    "NOT_FOUND",
  ]);
  expect((await r.act(r.worker, "acceptServiceReferral", { serviceReferralId: id })).errors).toMatchObject([
    { extensions: { code: "FORBIDDEN" } },
  ]);
});

test("a service must exist, be active and take referrals directly", async () => {
  const { id: referralId } = await r.accepted();
  const cases: readonly (readonly [Record<string, unknown> | null, string, string])[] = [
    [null, "NOT_FOUND", "No service"],
    [{ status: "temporarily closed" }, "INVALID", "not active"],
    [{ acceptanceMode: "COORDINATED_ENTRY" }, "INVALID", "coordinated entry"],
    [{ acceptanceMode: "WALK_IN" }, "INVALID", "walk in"],
    [{ acceptanceMode: "CALL_FIRST" }, "INVALID", "call first"],
    [{ acceptanceMode: null }, "INVALID", "Ask it"],
    [{ acceptsReferrals: false }, "INVALID", "Ask it"],
    [{ organizationId: null }, "INVALID", "no organization"],
  ];
  for (const [facts, code, text] of cases) {
    const serviceId = facts ? r.neighbours.service(r.organization, facts) : randomUUID();
    const { payload } = await r.act(r.worker, "referToService", { referralId, serviceId, need: "FOOD" });
    expect(payload).toMatchObject({
      serviceReferral: null,
      userErrors: [{ code, field: ["input", "serviceId"], message: expect.stringContaining(text) }],
    });
  }
  r.neighbours.down.add("resources.serviceFacts");
  const { errors } = await r.act(r.worker, "referToService", { referralId, serviceId: randomUUID(), need: "FOOD" });
  expect(errors).toMatchObject([{ extensions: { code: "SLICE_UNAVAILABLE", slice: "resources" } }]);
  expect(await r.owner("SELECT 1 FROM service_referral s WHERE s.referral_id = $1", [referralId])).toEqual([]);
});

test("only the owner of a referral that is being worked on refers its resident on", async () => {
  const serviceId = r.neighbours.service(r.organization);
  const requested = await r.submitted();
  expect(
    (await r.act(r.worker, "referToService", { referralId: requested.id, serviceId, need: "FOOD" })).codes,
  ).toEqual(["ILLEGAL_TRANSITION"]);
  const { id: referralId } = await r.accepted();
  expect((await r.act(r.secondWorker, "referToService", { referralId, serviceId, need: "FOOD" })).codes).toEqual([
    "NOT_ALLOWED",
  ]);
  expect((await r.act(r.supervisor, "referToService", { referralId, serviceId, need: "FOOD" })).errors).toMatchObject([
    { extensions: { code: "FORBIDDEN" } },
  ]);
  const usual = await r.act(r.worker, "referToService { serviceReferral { urgency ageBand message } }", {
    referralId,
    serviceId,
    need: "FOOD",
  });
  expect(usual.payload.serviceReferral).toEqual({ urgency: "ROUTINE", ageBand: null, message: null });
});
