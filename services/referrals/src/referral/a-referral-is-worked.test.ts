import { randomUUID } from "node:crypto";

import { startReferrals, type Answer, type Referrals } from "../testing/startReferrals";

let r: Referrals;
const reason = { code: "AWAITING_OTHERS", text: "The landlord has to answer first." };
const contact = {
  kind: "PHONE",
  result: "REACHED",
  occurredAt: "2026-01-05T10:00:00Z",
  notes: "Wants to talk on Friday.",
};

beforeAll(async () => {
  r = await startReferrals();
});
afterAll(() => r.stop());

test("a referral is worked from acceptance to help, and its whole story is one query", async () => {
  const { id: referralId } = await r.submitted();
  const accept = await r.act(r.worker, "acceptReferral", { referralId });
  expect(accept.payload.referral).toMatchObject({
    status: "ACCEPTED",
    acknowledgement: "ACKNOWLEDGED",
    owner: { id: r.worker.id },
  });
  const first = await r.act(
    r.worker,
    "recordContact { referral { status } contact { id kind result notes by { id } referral { id } } }",
    { referralId, ...contact },
  );
  expect(first.payload).toMatchObject({
    referral: { status: "IN_PROGRESS" },
    contact: {
      kind: "PHONE",
      result: "REACHED",
      notes: contact.notes,
      by: { id: r.worker.id },
      referral: { id: referralId },
    },
  });
  const hold = await r.act(r.worker, "putReferralOnHold", { referralId, reason });
  expect(hold.payload.referral).toMatchObject({ status: "ON_HOLD", statusReason: reason });
  const second = await r.act(r.worker, "recordContact", { referralId, ...contact, kind: "VISIT", result: "COMPLETED" });
  expect(second.payload.referral).toMatchObject({ status: "ON_HOLD", statusReason: reason });
  const resume = await r.act(r.supervisor, "resumeReferral", { referralId });
  expect(resume.payload.referral).toMatchObject({ status: "IN_PROGRESS", statusReason: null });
  const done = await r.act(r.worker, "completeReferral", { referralId, outcome: "GOT_HELP" });
  expect(done.payload.referral).toMatchObject({ status: "COMPLETED", outcome: "GOT_HELP", acknowledgement: "CLOSED" });

  const { referral } = await r.see(
    r.worker,
    `{ referral(id: "${referralId}") {
    timeline { totalCount edges { node { kind from to reason { code text } by { id } serviceReferral { id } } } }
    contacts { totalCount edges { node { kind } } } } }`,
  );
  expect(referral.timeline.edges.map(({ node }: Answer) => [node.kind, node.from, node.to])).toEqual([
    ["COMPLETED", "IN_PROGRESS", "COMPLETED"],
    ["RESUMED", "ON_HOLD", "IN_PROGRESS"],
    ["CONTACT_RECORDED", "ON_HOLD", "ON_HOLD"],
    ["PUT_ON_HOLD", "IN_PROGRESS", "ON_HOLD"],
    ["CONTACT_RECORDED", "ACCEPTED", "IN_PROGRESS"],
    ["ACCEPTED", "REQUESTED", "ACCEPTED"],
    ["SUBMITTED", null, "REQUESTED"],
  ]);
  expect(referral.timeline).toMatchObject({ totalCount: 7 });
  expect(referral.timeline.edges[3].node).toMatchObject({ reason, by: { id: r.worker.id }, serviceReferral: null });
  expect(referral.contacts).toMatchObject({ totalCount: 2 });
  const told = await r.owner<{ type: string }>("SELECT type FROM outbox WHERE entity_id = $1 ORDER BY sequence", [
    referralId,
  ]);
  expect(told.map(({ type }) => type)).toEqual(
    ["submitted", "accepted", "contacted", "held", "contacted", "resumed", "completed"].map(
      (verb) => `referral.${verb}`,
    ),
  );
});

test("a rejection, a cancellation and a failure keep their reason, and are final", async () => {
  const rejected = await r.submitted();
  const why = { code: "OUT_OF_AREA", text: "Lives in another county." };
  expect(
    (await r.act(r.worker, "rejectReferral", { referralId: rejected.id, reason: why })).payload.referral,
  ).toMatchObject({ status: "REJECTED", statusReason: why, owner: null });
  const cancelled = await r.accepted();
  expect(
    (await r.act(r.supervisor, "cancelReferral", { referralId: cancelled.id, reason })).payload.referral,
  ).toMatchObject({ status: "CANCELLED", statusReason: reason });
  const failed = await r.accepted();
  expect(
    (await r.act(r.worker, "completeReferral", { referralId: failed.id, outcome: "NO_FUNDS" })).payload.userErrors,
  ).toMatchObject([{ code: "REQUIRED", field: ["input", "explanation"] }]);
  const ended = await r.act(r.worker, "completeReferral", {
    referralId: failed.id,
    outcome: "NO_FUNDS",
    explanation: "The fund is used up.",
  });
  expect(ended.payload.referral).toMatchObject({
    status: "FAILED",
    outcome: "NO_FUNDS",
    statusReason: { code: "NO_FUNDS", text: "The fund is used up." },
  });
  for (const { id: referralId } of [rejected, cancelled, failed]) {
    for (const [mutation, input] of [
      ["acceptReferral", {}],
      ["rejectReferral", { reason }],
      ["recordContact", contact],
      ["putReferralOnHold", { reason }],
      ["resumeReferral", {}],
      ["completeReferral", { outcome: "GOT_HELP" }],
      ["cancelReferral", { reason }],
    ] as const) {
      const { payload } = await r.act(r.worker, mutation, { referralId, ...input });
      expect(payload).toMatchObject({
        referral: null,
        userErrors: [
          { code: "ILLEGAL_TRANSITION", message: expect.stringContaining("Possible for you now: Nothing.") },
        ],
      });
    }
  }
});

test("an illegal transition names the state, the action, and what this viewer may do now", async () => {
  const { id: referralId } = await r.accepted();
  const { payload } = await r.act(r.worker, "resumeReferral", { referralId });
  expect(payload.userErrors).toEqual([
    {
      code: "ILLEGAL_TRANSITION",
      field: ["input", "referralId"],
      message: `\`resumeReferral\` is not possible: the referral is ACCEPTED, owned by staff member ${r.worker.id}. Possible for you now: \`recordContact\`, \`referToService\`, \`reassignReferral\`, \`putReferralOnHold\`, \`completeReferral\`, \`cancelReferral\`.`,
    },
  ]);
});

test("only the owner works on a referral, its supervisor beside it, and who serves its agency decides on it", async () => {
  const { id: referralId } = await r.submitted();
  expect((await r.act(r.strangeWorker, "acceptReferral", { referralId })).codes).toEqual(["NOT_FOUND"]);
  await r.act(r.worker, "acceptReferral", { referralId });
  for (const [mutation, input] of [
    ["recordContact", contact],
    ["putReferralOnHold", { reason }],
    ["completeReferral", { outcome: "GOT_HELP" }],
    ["cancelReferral", { reason }],
  ] as const) {
    expect((await r.act(r.secondWorker, mutation, { referralId, ...input })).codes).toEqual(["NOT_ALLOWED"]);
  }
  const byRole: readonly (readonly [typeof r.officer, string, object])[] = [
    [r.officer, "acceptReferral", {}],
    [r.supervisor, "acceptReferral", {}],
    [r.supervisor, "recordContact", contact],
    [r.privacyOfficer, "cancelReferral", { reason }],
    [r.provider, "completeReferral", { outcome: "GOT_HELP" }],
  ];
  for (const [viewer, mutation, input] of byRole) {
    expect((await r.act(viewer, mutation, { referralId, ...input })).errors).toMatchObject([
      { extensions: { code: "FORBIDDEN" } },
    ]);
  }
  const strangeSupervisor = { ...r.supervisor, id: randomUUID(), serves: [r.otherDepartment] };
  expect((await r.act(strangeSupervisor, "cancelReferral", { referralId, reason })).codes).toEqual(["NOT_FOUND"]);
});

test("a contact is neither in the future nor before the year 2000", async () => {
  const { id: referralId } = await r.accepted();
  for (const occurredAt of ["2099-01-01T00:00:00Z", "1999-12-31T23:59:59Z"]) {
    const { payload } = await r.act(r.worker, "recordContact", { referralId, ...contact, occurredAt });
    expect(payload.userErrors).toMatchObject([{ code: "INVALID", field: ["input", "occurredAt"] }]);
  }
});

test("of two social workers who accept at once, one is the owner and the other hears who", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id: referralId } = await r.submitted();
    const workers = [r.worker, r.secondWorker];
    const both = await Promise.all(workers.map((worker) => r.act(worker, "acceptReferral", { referralId })));
    const winner = both.findIndex(({ codes }) => codes.length === 0);
    const loser = both[1 - winner];
    expect(both[winner]?.payload.referral.owner).toEqual({ id: workers[winner]?.id });
    expect(loser?.payload.userErrors).toMatchObject([
      {
        code: "ILLEGAL_TRANSITION",
        message: expect.stringContaining(`ACCEPTED, owned by staff member ${String(workers[winner]?.id)}`),
      },
    ]);
    expect(
      await r.owner(
        "SELECT count(*)::int AS n FROM referral_event e WHERE e.referral_id = $1 AND e.kind = 'ACCEPTED'",
        [referralId],
      ),
    ).toEqual([{ n: 1 }]);
  }
});

test("who acts on what they read before somebody else's change is told so", async () => {
  const { id: referralId } = await r.submitted();
  const { referral } = await r.see(r.secondWorker, `{ referral(id: "${referralId}") { version } }`);
  await r.act(r.worker, "acceptReferral", { referralId });
  const { payload } = await r.act(r.secondWorker, "rejectReferral", {
    referralId,
    reason,
    expectedVersion: referral.version,
  });
  expect(payload).toMatchObject({
    referral: null,
    userErrors: [
      {
        code: "CONFLICT",
        field: ["input", "expectedVersion"],
        message: expect.stringContaining(`It is ACCEPTED, owned by staff member ${r.worker.id}`),
      },
    ],
  });
  const now = await r.see(r.worker, `{ referral(id: "${referralId}") { version } }`);
  expect(
    (await r.act(r.worker, "putReferralOnHold", { referralId, reason, expectedVersion: now.referral.version })).codes,
  ).toEqual([]);
});

test("a repeated action changes nothing more", async () => {
  const { id: referralId } = await r.accepted();
  const input = { referralId, ...contact, idempotencyKey: randomUUID() };
  const answers = [
    await r.act(r.worker, "recordContact { contact { id } }", input),
    await r.act(r.worker, "recordContact { contact { id } }", input),
  ];
  expect(answers[0]?.payload).toEqual(answers[1]?.payload);
  expect(
    (await r.see(r.worker, `{ referral(id: "${referralId}") { contacts { totalCount } } }`)).referral.contacts
      .totalCount,
  ).toBe(1);
});
