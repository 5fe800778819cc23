import { randomUUID } from "node:crypto";

import { startReferrals, type Answer, type Referrals } from "../testing/startReferrals";

let r: Referrals;
const everything = `id acknowledgement reasons urgency narrative status statusReason { code text } outcome owner { id }
  legalBasis legalBasisCitation timeline { totalCount } contacts { totalCount } serviceReferrals { totalCount }
  messages { totalCount } version redactions { field reason }`;
const hidden = [
  "status",
  "statusReason",
  "outcome",
  "owner",
  "legalBasis",
  "legalBasisCitation",
  "timeline",
  "contacts",
  "serviceReferrals",
];
const reason = { code: "ENTERED_IN_ERROR", text: "Taken for somebody else." };

beforeAll(async () => {
  r = await startReferrals();
});
afterAll(() => r.stop());

/** A referral that has been through everything that a sender must not learn of. */
async function worked(): Promise<{ id: string; recordId: string }> {
  const referral = await r.accepted({
    narrative: "What the officer saw.",
    legalBasis: { basis: "CRISIS", citation: "144.294" },
  });
  const referralId = referral.id;
  await r.act(r.worker, "recordContact", {
    referralId,
    kind: "VISIT",
    result: "COMPLETED",
    occurredAt: "2026-01-05T10:00:00Z",
  });
  await r.act(r.worker, "referToService", {
    referralId,
    serviceId: r.neighbours.service(r.organization),
    need: "HOUSING",
  });
  await r.act(r.worker, "completeReferral", { referralId, outcome: "NO_CAPACITY", explanation: "No bed." });
  return referral;
}

test("L1: on every path an officer gets the acknowledgement, and null with a typed reason for the rest", async () => {
  const { id, recordId } = await worked();
  const data = await r.see(
    r.officer,
    `query ($_: [_Any!]!) {
    referral(id: "${id}") { ${everything} }
    referrals(first: 100) { edges { node { ${everything} } } }
    _entities(representations: $_) {
      ... on Referral { ${everything} }
      ... on Person { referrals { edges { node { ${everything} } } } }
      ... on Agency { ofAgency: referrals { edges { node { ${everything} } } } }
    } }`,
    {
      _: [
        { __typename: "Referral", id },
        { __typename: "Person", recordId, recordIds: [recordId] },
        { __typename: "Agency", id: r.department },
      ],
    },
  );
  const expected = {
    id,
    acknowledgement: "CLOSED",
    reasons: ["HOUSING"],
    urgency: "ROUTINE",
    narrative: "What the officer saw.",
    ...Object.fromEntries(hidden.map((field) => [field, null])),
    messages: { totalCount: 0 },
    version: data.referral.version,
    redactions: hidden.map((field) => ({ field, reason: "NOT_AUTHORIZED_FIELD" })),
  };
  const ofList = (list: Answer): Answer =>
    list.edges.map(({ node }: Answer) => node).find((node: Answer) => node.id === id);
  const [reference, person, agency] = data._entities;
  for (const seen of [
    data.referral,
    reference,
    ofList(data.referrals),
    ofList(person.referrals),
    ofList(agency.ofAgency),
  ]) {
    expect(seen).toEqual(expected);
  }
});

test("a colleague of the author gets no narrative, and another department nothing at all", async () => {
  const { id, recordId } = await worked();
  const { referral } = await r.see(r.colleague, `{ referral(id: "${id}") { narrative redactions { field } } }`);
  expect(referral).toEqual({ narrative: null, redactions: [...hidden, "narrative"].map((field) => ({ field })) });
  for (const viewer of [
    r.strangeOfficer,
    r.dispatcher,
    r.provider,
    r.analyst,
    r.administrator,
    r.partner,
    r.anonymous,
    r.strangeWorker,
  ]) {
    const seen = await r.see(
      viewer,
      `query ($_: [_Any!]!) { referral(id: "${id}") { id } referrals { totalCount edges { node { id } } pageInfo { endCursor } }
      _entities(representations: $_) { ... on Referral { id } ... on Person { referrals { totalCount } } ... on Agency { ofAgency: referrals { totalCount } } } }`,
      {
        _: [
          { __typename: "Referral", id },
          { __typename: "Person", recordId, recordIds: [recordId] },
          { __typename: "Agency", id: r.department },
        ],
      },
    );
    expect(seen).toEqual({
      referral: null,
      referrals: { totalCount: 0, edges: [], pageInfo: { endCursor: null } },
      _entities: [null, { referrals: { totalCount: 0 } }, { ofAgency: { totalCount: 0 } }],
    });
  }
});

test("the welfare side sees all of it; a privacy officer no narrative and no notes", async () => {
  const { id } = await worked();
  const { referral } = await r.see(r.supervisor, `{ referral(id: "${id}") { ${everything} } }`);
  expect(referral).toMatchObject({
    status: "FAILED",
    outcome: "NO_CAPACITY",
    narrative: "What the officer saw.",
    legalBasis: "CRISIS",
    timeline: { totalCount: 6 },
    contacts: { totalCount: 1 },
    serviceReferrals: { totalCount: 1 },
    redactions: [],
  });
  const privacy = await r.see(
    r.privacyOfficer,
    `{ referral(id: "${id}") { status narrative messages { totalCount } contacts { edges { node { kind notes redactions { field } } } } redactions { field } } }`,
  );
  expect(privacy.referral).toEqual({
    status: "FAILED",
    narrative: null,
    messages: null,
    contacts: { edges: [{ node: { kind: "VISIT", notes: null, redactions: [{ field: "notes" }] } }] },
    redactions: [{ field: "narrative" }, { field: "messages" }],
  });
});

test("L2: a sender who filters by a hidden field gets one error, whatever there is to find", async () => {
  const found = await worked();
  const filters = [
    "status: [FAILED]",
    "status: [REQUESTED]",
    "outcome: NO_CAPACITY",
    "outcome: GOT_HELP",
    `ownerId: "${r.worker.id}"`,
    `ownerId: "${randomUUID()}"`,
    'ownerId: "nonsense"',
  ];
  for (const filter of filters) {
    for (const viewer of [r.officer, r.dispatcher]) {
      const answer: Answer = await r.run(viewer, `{ referrals(filter: { ${filter} }) { totalCount } }`);
      const field = filter.split(":")[0];
      expect(answer.data).toEqual({ referrals: null });
      expect(answer.errors.map(({ message, extensions }: Answer) => ({ message, extensions }))).toEqual([
        {
          message: `The role ${viewer.role} does not get \`${field}\`, so it may not filter by it.`,
          extensions: { code: "FORBIDDEN", field },
        },
      ]);
    }
  }
  const answer: Answer = await r.run(r.officer, "{ serviceReferrals(status: REQUESTED) { totalCount } }");
  expect(answer.errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  expect(await r.see(r.officer, "{ serviceReferrals { totalCount edges { cursor } } }")).toEqual({
    serviceReferrals: { totalCount: 0, edges: [] },
  });
  const { referrals } = await r.see(
    r.worker,
    `{ referrals(filter: { status: [FAILED], outcome: NO_CAPACITY, ownerId: "${r.worker.id}" }, first: 100) { edges { node { id } } } }`,
  );
  expect(referrals.edges).toContainEqual({ node: { id: found.id } });
});

test("a caseload tells a sender nothing, not even which of its own referrals somebody owns", async () => {
  const { id } = await r.accepted();
  const caseload = `query ($_: [_Any!]!) { _entities(representations: $_) { ... on StaffMember { caseload(first: 100) { edges { node { id } } } } } }`;
  const _ = { _: [{ __typename: "StaffMember", id: r.worker.id }] };
  for (const viewer of [r.officer, r.strangeOfficer, r.provider, r.anonymous]) {
    expect(await r.see(viewer, caseload, _)).toEqual({ _entities: [{ caseload: null }] });
  }
  for (const viewer of [r.worker, r.secondWorker, r.supervisor]) {
    expect((await r.see(viewer, caseload, _))._entities[0].caseload.edges).toContainEqual({ node: { id } });
  }
  await r.act(r.worker, "completeReferral", { referralId: id, outcome: "GOT_HELP" });
  expect((await r.see(r.worker, caseload, _))._entities[0].caseload.edges).not.toContainEqual({ node: { id } });
});

test("a sender's version changes with the acknowledgement only", async () => {
  const { id: referralId } = await r.submitted();
  const version = async (viewer: typeof r.officer): Promise<string> =>
    (await r.see(viewer, `{ referral(id: "${referralId}") { version } }`)).referral.version;
  const [sent, sentForWorker] = [await version(r.officer), await version(r.worker)];
  await r.act(r.worker, "acceptReferral", { referralId });
  const [accepted, acceptedForWorker] = [await version(r.officer), await version(r.worker)];
  expect(accepted).not.toBe(sent);
  expect(acceptedForWorker).not.toBe(sentForWorker);
  await r.act(r.worker, "recordContact", {
    referralId,
    kind: "VISIT",
    result: "REACHED",
    occurredAt: "2026-01-05T10:00:00Z",
  });
  await r.act(r.worker, "putReferralOnHold", { referralId, reason });
  expect(await version(r.officer)).toBe(accepted);
  expect(await version(r.worker)).not.toBe(acceptedForWorker);
  expect((await r.act(r.officer, "withdrawReferral", { referralId, reason, expectedVersion: accepted })).codes).toEqual(
    [],
  );
});

test("a sender withdraws before acceptance, and writes to the owner after; the acknowledgement stays", async () => {
  const shown =
    "referral { acknowledgement status messages { edges { node { reasonCode text from { id } } } } } becameMessage";
  const early = await r.submitted();
  const taken = await r.act(r.colleague, `withdrawReferral { ${shown} }`, { referralId: early.id, reason });
  expect(taken.payload).toMatchObject({ becameMessage: false, referral: { acknowledgement: "CLOSED", status: null } });
  expect(
    (
      await r.see(
        r.worker,
        `{ referral(id: "${early.id}") { status statusReason { code text } timeline { edges { node { kind } } } } }`,
      )
    ).referral,
  ).toEqual({
    status: "CANCELLED",
    statusReason: reason,
    timeline: { edges: [{ node: { kind: "WITHDRAWN" } }, { node: { kind: "SUBMITTED" } }] },
  });
  const late = await r.accepted();
  const message = await r.act(r.officer, `withdrawReferral { ${shown} }`, { referralId: late.id, reason });
  const sent = { edges: [{ node: { reasonCode: reason.code, text: reason.text, from: { id: r.officer.id } } }] };
  expect(message.payload).toMatchObject({
    becameMessage: true,
    referral: { acknowledgement: "ACKNOWLEDGED", status: null, messages: sent },
  });
  expect(
    (
      await r.see(
        r.worker,
        `{ referral(id: "${late.id}") { status messages { edges { node { reasonCode text from { id } } } } timeline(first: 1) { edges { node { kind to } } } } }`,
      )
    ).referral,
  ).toEqual({
    status: "ACCEPTED",
    messages: sent,
    timeline: { edges: [{ node: { kind: "WITHDRAWAL_ASKED", to: "ACCEPTED" } }] },
  });
});

test("a sender whose referral is over hears that it is CLOSED, and of nothing else", async () => {
  const { id: referralId } = await r.submitted();
  await r.act(r.worker, "rejectReferral", { referralId, reason });
  const { payload } = await r.act(r.officer, "withdrawReferral", { referralId, reason });
  expect(payload).toEqual({
    referral: null,
    userErrors: [
      {
        code: "ILLEGAL_TRANSITION",
        field: ["input", "referralId"],
        message: "`withdrawReferral` is not possible: the referral is CLOSED. Possible for you now: Nothing.",
      },
    ],
  });
  expect((await r.act(r.strangeOfficer, "withdrawReferral", { referralId, reason })).codes).toEqual(["NOT_FOUND"]);
  const conflict = await r.act(r.officer, "withdrawReferral", { referralId, reason, expectedVersion: "stale" });
  expect(conflict.payload.userErrors).toMatchObject([
    { code: "CONFLICT", message: "The record has changed since you read it. It is CLOSED." },
  ]);
});
