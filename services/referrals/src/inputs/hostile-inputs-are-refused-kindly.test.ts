import { randomUUID } from "node:crypto";

import { startReferrals, type Answer, type Referrals } from "../testing/startReferrals";

let r: Referrals;
const impossibleIds = [
  "",
  "1",
  "nonsense",
  "' OR true --",
  "\u0000",
  "0198c0de-0000-7000-8000-00000000000g",
  "😀".repeat(100),
];

beforeAll(async () => {
  r = await startReferrals();
});
afterAll(() => r.stop());

test.each(impossibleIds)("the impossible id %j acts like an absent record, everywhere", async (id) => {
  const representations = ["Referral", "Contact", "ServiceReferral", "Agency", "StaffMember", "Service"].map(
    (__typename) => ({ __typename, id }),
  );
  const page = "totalCount edges { node { id } }";
  const query = `query ($id: ID!, $_: [_Any!]!) {
    referral(id: $id) { id } serviceReferral(id: $id) { id }
    byAgency: referrals(filter: { agencyId: $id }) { ${page} } byOwner: referrals(filter: { ownerId: $id }) { ${page} }
    _entities(representations: $_) {
      ... on Referral { id } ... on Contact { id } ... on ServiceReferral { id }
      ... on Agency { ofAgency: referrals { ${page} } } ... on StaffMember { caseload { ${page} } }
      ... on Service { ofService: referrals { ${page} } } ... on Person { ofPerson: referrals { ${page} } }
    } }`;
  const none = { totalCount: 0, edges: [] };
  const person = { __typename: "Person", recordId: id, recordIds: [id, randomUUID()] };
  expect(await r.see(r.worker, query, { id, _: [...representations, person] })).toEqual({
    referral: null,
    serviceReferral: null,
    byAgency: none,
    byOwner: none,
    _entities: [null, null, null, { ofAgency: none }, { caseload: none }, { ofService: none }, { ofPerson: none }],
  });
});

test("an id in upper case is the same id, also beside an impossible one", async () => {
  const { id } = await r.submitted();
  const data = await r.see(
    r.worker,
    `query ($_: [_Any!]!) { _entities(representations: $_) { ... on Referral { id } } }`,
    {
      _: [
        { __typename: "Referral", id: id.toUpperCase() },
        { __typename: "Referral", id: "nonsense" },
        { __typename: "Referral", id },
      ],
    },
  );
  expect(data._entities).toEqual([{ id }, null, { id }]);
});

test.each(impossibleIds)("an action on the impossible id %j names its field", async (id) => {
  const reason = { code: "OTHER", text: "Because." };
  const cases: readonly (readonly [typeof r.officer, string, object, string])[] = [
    [r.officer, "submitReferral", { personId: id, reasons: ["FOOD"] }, "personId"],
    [
      r.officer,
      "submitReferral",
      { personId: r.neighbours.person().personId, callId: id, reasons: ["FOOD"] },
      "callId",
    ],
    [
      r.officer,
      "submitReferral",
      { personId: r.neighbours.person().personId, agencyId: id, reasons: ["FOOD"] },
      "agencyId",
    ],
    [r.worker, "acceptReferral", { referralId: id }, "referralId"],
    [r.officer, "withdrawReferral", { referralId: id, reason }, "referralId"],
    [r.worker, "referToService", { referralId: randomUUID(), serviceId: id, need: "FOOD" }, "serviceId"],
    [r.provider, "acceptServiceReferral", { serviceReferralId: id }, "serviceReferralId"],
  ];
  for (const [viewer, mutation, input, field] of cases) {
    const { payload, errors } = await r.act(viewer, mutation, input);
    expect(errors).toEqual([]);
    expect(payload.userErrors).toContainEqual({
      code: "INVALID",
      field: ["input", field],
      message: expect.stringContaining(`\`${field}\` must be a UUID`),
    });
  }
});

test("texts have a limit, something in them, and no control characters", async () => {
  const { personId } = r.neighbours.person();
  for (const narrative of ["x".repeat(5_001), "", " \n\t ", "a\u0000b", "a\u0007b", "a\u009fb"]) {
    const { payload, errors } = await r.act(r.officer, "submitReferral", { personId, reasons: ["FOOD"], narrative });
    expect(errors).toEqual([]);
    expect(payload.userErrors).toMatchObject([{ code: "INVALID", field: ["input", "narrative"] }]);
    expect(payload.userErrors[0].message.length).toBeLessThan(300);
  }
  const { id: referralId } = await r.accepted();
  const reason = (text: string): object => ({ referralId, reason: { code: "OTHER", text } });
  expect((await r.act(r.worker, "putReferralOnHold", reason("x".repeat(1_001)))).payload.userErrors).toMatchObject([
    { code: "INVALID", field: ["input", "reason", "text"] },
  ]);
  const message = await r.act(r.worker, "referToService", {
    referralId,
    serviceId: r.neighbours.service(r.organization),
    need: "FOOD",
    message: "x".repeat(1_001),
  });
  expect(message.payload.userErrors).toMatchObject([{ code: "INVALID", field: ["input", "message"] }]);
});

test("the longest texts, in any script, are kept as they came", async () => {
  const narrative = `${"😀".repeat(4_990)}\tتجربة\r\n'"`;
  const { id } = await r.submitted({ narrative });
  expect((await r.see(r.officer, `{ referral(id: "${id}") { narrative } }`)).referral.narrative).toBe(narrative);
});

test("one to five different reasons, and no key that is none", async () => {
  const { personId } = r.neighbours.person();
  for (const reasons of [[], ["FOOD", "FOOD"], ["FOOD", "LEGAL", "AGING", "FAMILY", "MEDICAL", "HOUSING"]]) {
    const { payload } = await r.act(r.officer, "submitReferral", { personId, reasons });
    expect(payload.userErrors.length).toBeGreaterThan(0);
    for (const error of payload.userErrors)
      expect(error).toMatchObject({ code: "INVALID", field: ["input", "reasons"] });
  }
  const { payload } = await r.act(r.officer, "submitReferral", {
    personId,
    reasons: ["FOOD"],
    idempotencyKey: "short",
  });
  expect(payload.userErrors).toMatchObject([{ code: "INVALID", field: ["input", "idempotencyKey"] }]);
});

test("a cursor that was not issued, or a page that is too long, is the client's error", async () => {
  for (const [args, code] of [
    ['after: "nonsense"', "BAD_CURSOR"],
    [`after: "${Buffer.from('["x","y"]').toString("base64url")}"`, "BAD_CURSOR"],
    [`after: "${Buffer.from('["\\u0000","y"]').toString("base64url")}"`, "BAD_CURSOR"],
    ["first: 101", "BAD_USER_INPUT"],
    ["first: 0", "BAD_USER_INPUT"],
    ["last: -1", "BAD_USER_INPUT"],
    ["first: 1, last: 1", "BAD_USER_INPUT"],
  ] as const) {
    const answer: Answer = await r.run(r.worker, `{ referrals(${args}) { totalCount } }`);
    expect(answer.errors).toMatchObject([{ extensions: { code } }]);
  }
});
