import { randomUUID } from "node:crypto";

import { startReferrals, type Referrals } from "../testing/startReferrals";

/** The notice that a resident is given before they are asked. */
const tennessenWarning = { version: "2026-1", language: "som", givenAt: "2026-03-02T15:00:00Z" };
let r: Referrals;
const intake = "referral { id } nextReviewAt outOfHours crisisNumbers { name number description }";

beforeAll(async () => {
  r = await startReferrals();
});
afterAll(() => r.stop());
afterEach(() => r.neighbours.down.clear());

test("an officer's referral carries what was said, and is told of in the audit, the outbox and the timeline", async () => {
  const { personId, recordId } = r.neighbours.person(r.department);
  const callId = randomUUID();
  r.neighbours.calls.set(callId, { id: callId, agencyId: r.department, recordIds: [recordId] });
  const input = {
    personId,
    callId,
    reasons: ["MENTAL_HEALTH", "HOUSING"],
    urgency: "URGENT",
    narrative: "Third call this week.\nAsked for help.",
    legalBasis: { basis: "STATUTE", citation: "Minn. Stat. 13.46 subd. 2" },
    submittedAt: "2026-01-05T10:00:00Z",
  };
  const { payload } = await r.act(
    r.officer,
    `submitReferral { referral { id source reasons urgency narrative submittedAt callId reasonCodes acknowledgement
       agency { id } referringAgency { id } referredBy { id } person { recordId } } }`,
    input,
  );
  expect(payload.userErrors).toEqual([]);
  expect(payload.referral).toMatchObject({
    source: "OFFICER",
    reasons: ["MENTAL_HEALTH", "HOUSING"],
    reasonCodes: ["MENTAL_HEALTH", "HOUSING"],
    urgency: "URGENT",
    narrative: "Third call this week.\nAsked for help.",
    submittedAt: "2026-01-05T10:00:00.000Z",
    callId,
    acknowledgement: "RECEIVED",
    agency: { id: r.department },
    referringAgency: { id: r.department },
    referredBy: { id: r.officer.id },
    person: { recordId },
  });
  const { id } = payload.referral;
  expect(
    await r.see(
      r.worker,
      `{ referral(id: "${id}") { legalBasis legalBasisCitation timeline { edges { node { kind from to reason { code } by { id } occurredAt } } } } }`,
    ),
  ).toEqual({
    referral: {
      legalBasis: "STATUTE",
      legalBasisCitation: "Minn. Stat. 13.46 subd. 2",
      timeline: {
        edges: [
          {
            node: {
              kind: "SUBMITTED",
              from: null,
              to: "REQUESTED",
              reason: null,
              by: { id: r.officer.id },
              occurredAt: "2026-01-05T10:00:00.000Z",
            },
          },
        ],
      },
    },
  });
  expect(await r.owner("SELECT type, payload FROM outbox WHERE entity_id = $1", [id])).toEqual([
    { type: "referral.submitted", payload: { referralId: id } },
  ]);
  expect(
    await r.owner(
      "SELECT viewer_id, record_ids, basis FROM audit_entry WHERE action = 'submitReferral' AND subjects @> $1",
      [JSON.stringify({ Referral: [id] })],
    ),
  ).toEqual([{ viewer_id: r.officer.id, record_ids: [recordId], basis: ["STATUTE"] }]);
});

test("a person who is not known to the sender cannot be referred", async () => {
  const { payload } = await r.act(r.officer, "submitReferral", { personId: randomUUID(), reasons: ["FOOD"] });
  expect(payload).toMatchObject({ referral: null, userErrors: [{ code: "NOT_FOUND", field: ["input", "personId"] }] });
});

test("a call must be known, and one of the same agency", async () => {
  const { personId } = r.neighbours.person();
  const callId = randomUUID();
  const unknown = await r.act(r.officer, "submitReferral", { personId, callId, reasons: ["FOOD"] });
  expect(unknown.payload.userErrors).toMatchObject([{ code: "NOT_FOUND", field: ["input", "callId"] }]);
  r.neighbours.calls.set(callId, { id: callId, agencyId: r.otherDepartment, recordIds: [] });
  const foreign = await r.act(r.officer, "submitReferral", { personId, callId, reasons: ["FOOD"] });
  expect(foreign.payload.userErrors).toMatchObject([{ code: "INVALID", field: ["input", "callId"] }]);
});

test.each(["people.recordFacts", "agencies.callFacts"])(
  "without %s nothing is saved, and the slice is named",
  async (question) => {
    const { personId } = r.neighbours.person();
    r.neighbours.down.add(question);
    const { payload, errors } = await r.act(r.officer, "submitReferral", {
      personId,
      callId: randomUUID(),
      reasons: ["FOOD"],
    });
    expect(payload).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: "SLICE_UNAVAILABLE", slice: question.split(".")[0] } }]);
    expect(
      await r.owner("SELECT 1 FROM referral r WHERE r.record_id = $1", [r.neighbours.records.get(personId)?.recordId]),
    ).toEqual([]);
  },
);

test("without the agency's facts and hours it is saved all the same, and nothing is promised", async () => {
  r.neighbours.down.add("agencies.agencyFacts").add("agencies.intakeOf");
  const { payload } = await r.act(r.officer, `submitReferral { ${intake} }`, {
    personId: r.neighbours.person().personId,
    reasons: ["FOOD"],
  });
  expect(payload).toMatchObject({
    referral: { id: expect.any(String) },
    nextReviewAt: null,
    outOfHours: null,
    crisisNumbers: null,
  });
});

test("within intake hours somebody looks now, and no crisis numbers are shown", async () => {
  const before = Date.now();
  const { payload } = await r.act(r.officer, `submitReferral { ${intake} }`, {
    personId: r.neighbours.person().personId,
    reasons: ["FOOD"],
  });
  expect(payload).toMatchObject({ outOfHours: false, crisisNumbers: null });
  expect(Date.parse(payload.nextReviewAt)).toBeGreaterThanOrEqual(before);
});

test("out of hours the crisis numbers are shown, and where nothing opens no time is promised", async () => {
  const usual = r.neighbours.intake;
  const crisisNumbers = [{ name: "Example crisis line", number: "988", description: null }];
  r.neighbours.intake = { timeZone: "America/Chicago", hours: [], holidays: [], crisisNumbers };
  const { payload } = await r.act(r.officer, `submitReferral { ${intake} }`, {
    personId: r.neighbours.person().personId,
    reasons: ["FOOD"],
  });
  r.neighbours.intake = usual;
  expect(payload).toMatchObject({
    referral: { id: expect.any(String) },
    nextReviewAt: null,
    outOfHours: true,
    crisisNumbers,
  });
});

test("an agency that no program serves is told so, instead of a referral that nobody would see", async () => {
  r.neighbours.outsiders.add(r.department);
  const { payload } = await r.act(r.officer, "submitReferral", {
    personId: r.neighbours.person().personId,
    reasons: ["FOOD"],
  });
  r.neighbours.outsiders.delete(r.department);
  expect(payload.userErrors).toMatchObject([{ code: "NOT_ALLOWED", message: expect.stringContaining("911") }]);
});

test("a second open referral by the same agency is refused with the first one's id, until that is closed", async () => {
  const { personId } = r.neighbours.person();
  const first = await r.act(r.officer, "submitReferral", { personId, reasons: ["FOOD"] });
  const { id } = first.payload.referral;
  const second = await r.act(r.colleague, "submitReferral", { personId, reasons: ["HOUSING"] });
  expect(second.payload.userErrors).toMatchObject([
    { code: "TAKEN", message: expect.stringContaining(id), field: ["input", "personId"] },
  ]);
  await r.act(r.worker, "rejectReferral", { referralId: id, reason: { code: "OUT_OF_AREA", text: "Moved away." } });
  expect((await r.act(r.colleague, "submitReferral", { personId, reasons: ["HOUSING"] })).codes).toEqual([]);
});

test("a referral that the sender may not know of does not show by refusing a second one", async () => {
  const { personId } = r.neighbours.person();
  const own = { personId, agencyId: r.department, reasons: ["FOOD"], tennessenWarning };
  const selfReferral = await r.act(r.worker, "submitReferral", own);
  expect(selfReferral.codes).toEqual([]);
  expect((await r.act(r.officer, "submitReferral", { personId, reasons: ["FOOD"] })).codes).toEqual([]);
});

test("of many submissions at once for one person, one is taken", async () => {
  for (let round = 0; round < 3; round += 1) {
    const { personId } = r.neighbours.person();
    const officers = Array.from({ length: 8 }, () => ({ ...r.officer, id: randomUUID() }));
    const answers = await Promise.all(
      officers.map((officer) => r.act(officer, "submitReferral", { personId, reasons: ["FOOD"] })),
    );
    expect(answers.filter(({ codes }) => codes.length === 0)).toHaveLength(1);
    expect(answers.filter(({ codes }) => codes[0] === "TAKEN")).toHaveLength(7);
  }
});

test("L14: a resident's own referral says which warning they were given first; anybody else's needs none", async () => {
  const submit = async (more: object) =>
    await r.act(r.worker, "submitReferral", {
      personId: r.neighbours.person().personId,
      agencyId: r.department,
      reasons: ["FOOD"],
      ...more,
    });
  for (const source of ["SELF", undefined])
    expect((await submit({ source })).payload.userErrors).toMatchObject([
      { code: "REQUIRED", field: ["input", "tennessenWarning"] },
    ]);
  expect((await submit({ source: "OTHER" })).codes).toEqual([]);
  const future = { ...tennessenWarning, givenAt: "2199-01-01T00:00:00Z" };
  expect((await submit({ source: "SELF", tennessenWarning: future })).codes).toEqual(["INVALID"]);
  const { payload } = await submit({ source: "SELF", tennessenWarning });
  const kept = "SELECT version, language, given_by FROM tennessen_warning WHERE referral_id = $1";
  expect(await r.owner(kept, [payload.referral.id])).toEqual([
    { version: "2026-1", language: "som", given_by: r.worker.id },
  ]);
});

test("each role refers for whom it may, and the source follows its role", async () => {
  const submit = async (viewer: typeof r.officer, more: object) =>
    await r.act(viewer, "submitReferral { referral { id source agency { id } } }", {
      personId: r.neighbours.person().personId,
      reasons: ["AGING"],
      ...more,
    });
  expect((await submit(r.dispatcher, { agencyId: r.department })).payload.referral).toMatchObject({
    source: "DISPATCHER",
    agency: { id: r.department },
  });
  expect((await submit(r.worker, { agencyId: r.department, tennessenWarning })).payload.referral).toMatchObject({
    source: "SELF",
    agency: { id: r.department },
  });
  expect((await submit(r.worker, { agencyId: r.department, source: "OTHER" })).payload.referral).toMatchObject({
    source: "OTHER",
  });
  r.neighbours.sheriffs.add(r.department);
  expect((await submit(r.officer, {})).payload.referral).toMatchObject({ source: "SHERIFF" });
  r.neighbours.sheriffs.delete(r.department);
  expect((await submit(r.officer, { source: "SELF" })).payload.userErrors).toMatchObject([
    { code: "INVALID", field: ["input", "source"] },
  ]);
  for (const [viewer, agencyId] of [
    [r.officer, r.otherDepartment],
    [r.worker, r.otherDepartment],
    [r.dispatcher, r.county],
  ] as const) {
    expect((await submit(viewer, { agencyId })).payload.userErrors).toMatchObject([
      { code: "NOT_ALLOWED", field: ["input", "agencyId"] },
    ]);
  }
  for (const viewer of [r.supervisor, r.privacyOfficer, r.provider, r.analyst, r.administrator, r.partner]) {
    expect((await submit(viewer, {})).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  }
  expect((await submit(r.anonymous, {})).errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
});

test("L26: welfare coordination is never the basis of a referral to a department's social worker", async () => {
  const { payload } = await r.act(r.worker, "submitReferral", {
    personId: r.neighbours.person().personId,
    agencyId: r.department,
    reasons: ["FOOD"],
    legalBasis: { basis: "WELFARE_COORDINATION", citation: "13.46 subd. 7" },
  });
  expect(payload.userErrors).toMatchObject([{ code: "INVALID", field: ["input", "legalBasis", "basis"] }]);
});

test("a repeated request finds its first result, even while another slice is down, and another input does not", async () => {
  const input = { personId: r.neighbours.person().personId, reasons: ["FOOD"], idempotencyKey: randomUUID() };
  const first = await r.act(r.officer, "submitReferral", input);
  r.neighbours.down.add("people.recordFacts");
  const again = await r.act(r.officer, "submitReferral", input);
  expect(again.payload.referral.id).toBe(first.payload.referral.id);
  expect(
    await r.owner("SELECT count(*)::int AS n FROM outbox WHERE entity_id = $1", [first.payload.referral.id]),
  ).toEqual([{ n: 1 }]);
  const other = await r.act(r.officer, "submitReferral", { ...input, reasons: ["LEGAL"] });
  expect(other.errors).toMatchObject([{ extensions: { code: "IDEMPOTENCY_MISMATCH" } }]);
});
