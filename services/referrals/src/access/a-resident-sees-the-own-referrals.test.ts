import { Role, type ViewerClaims } from "@corespond/kit";
import { testViewer } from "@corespond/kit/testing";

import { startReferrals, type Answer, type Referrals } from "../testing/startReferrals";

let r: Referrals;

beforeAll(async () => {
  r = await startReferrals();
});
afterAll(() => r.stop());

const resident = (records: readonly string[]): ViewerClaims => testViewer(Role.RESIDENT, { records: [...records] });

/** A referral that has been worked: told with a narrative, contacted with notes, sent on to an open and a protected service. */
async function worked(): Promise<{ readonly id: string; readonly recordId: string }> {
  const referral = await r.accepted({ narrative: "Neighbor Testperson rang about it." });
  const referralId = referral.id;
  const contact = {
    kind: "VISIT",
    result: "REACHED",
    occurredAt: "2026-01-05T10:00:00Z",
    notes: "Spoke of a neighbor.",
  };
  expect((await r.act(r.worker, "recordContact", { referralId, ...contact })).codes).toEqual([]);
  r.neighbours.consent(referral.recordId, [r.organization]);
  for (const protectedProgram of ["NONE", "PART_2"]) {
    const serviceId = r.neighbours.service(r.organization, { protectedProgram });
    const input = { referralId, serviceId, need: "HOUSING", message: "Ask the neighbor." };
    expect((await r.act(r.worker, "referToService", input)).codes).toEqual([]);
  }
  await r.act(r.officer, "withdrawReferral", { referralId, reason: { code: "OTHER", text: "The neighbor asked." } });
  return referral;
}

const fields = `id status outcome owner { id } acknowledgement reasons narrative referredBy { id } referringAgency { id } callId
  priorCallCount statusReason { text } legalBasis timeline { totalCount } messages { totalCount }
  contacts { edges { node { kind occurredAt notes redactions { field } } } }
  serviceReferrals(first: 10) { edges { node { protected status message person { recordId } statusReason { text } timeline { totalCount } } } }`;

test("a resident sees how the own referrals stand, protected ones among them, and no words of others", async () => {
  const { id, recordId } = await worked();
  const viewer = resident([recordId]);
  const data = await r.see(
    viewer,
    `query ($_: [_Any!]!) { referral(id: "${id}") { ${fields} } referrals { totalCount edges { node { ${fields} } } } serviceReferrals { totalCount }
      _entities(representations: $_) { ... on Referral { ${fields} } ... on Person { referrals { edges { node { ${fields} } } } } } }`,
    {
      _: [
        { __typename: "Referral", id },
        { __typename: "Person", recordId, recordIds: [recordId] },
      ],
    },
  );
  const sent = { status: "REQUESTED", message: null, person: { recordId }, statusReason: null, timeline: null };
  const expected = {
    ...{ id, status: "IN_PROGRESS", outcome: null, owner: { id: r.worker.id }, acknowledgement: "ACKNOWLEDGED" },
    ...{ reasons: ["HOUSING"], narrative: null, referredBy: null, referringAgency: null, callId: null },
    ...{ priorCallCount: null, statusReason: null, legalBasis: null, timeline: null, messages: null },
    contacts: {
      edges: [
        {
          node: {
            ...{ kind: "VISIT", occurredAt: expect.anything() as unknown, notes: null },
            redactions: [{ field: "notes" }],
          },
        },
      ],
    },
    serviceReferrals: { edges: [{ node: { protected: true, ...sent } }, { node: { protected: false, ...sent } }] },
  };
  expect(data.referral).toEqual(expected);
  expect(data.referrals).toEqual({ totalCount: 1, edges: [{ node: expected }] });
  expect(data.serviceReferrals).toEqual({ totalCount: 2 });
  expect(data._entities).toEqual([expected, { referrals: { edges: [{ node: expected }] } }]);
  expect(JSON.stringify(data)).not.toMatch(/neighbor/i);
});

test("a resident sees nothing of others' referrals, of caseloads or of measures, and changes nothing", async () => {
  const other = await worked();
  const { id, recordId } = await worked();
  const strangers = [resident([]), resident([recordId])];
  for (const viewer of strangers) {
    const data = await r.see(
      viewer,
      `query ($_: [_Any!]!) { referral(id: "${other.id}") { id } referrals { totalCount edges { node { id } } }
        _entities(representations: $_) { ... on StaffMember { caseload { totalCount } } ... on Person { referrals { totalCount } } ... on Agency { ofAgency: referrals { edges { node { id } } } } } }`,
      {
        _: [
          { __typename: "StaffMember", id: r.worker.id },
          { __typename: "Person", recordId: other.recordId, recordIds: [other.recordId] },
          { __typename: "Agency", id: r.department },
        ],
      },
    );
    const own = viewer.records.length === 0 ? [] : [{ node: { id } }];
    expect(data).toEqual({
      referral: null,
      referrals: { totalCount: own.length, edges: own },
      _entities: [{ caseload: null }, { referrals: { totalCount: 0 } }, { ofAgency: { edges: own } }],
    });
    expect(await r.port(viewer, "relations", { recordIds: [recordId] })).toEqual({ recordIds: [] });
  }
  const reason = { code: "OTHER", text: "Mine." };
  for (const mutation of ["acceptReferral", "withdrawReferral", "cancelReferral", "reassignReferral"]) {
    const more = mutation === "acceptReferral" ? {} : { reason };
    const to = mutation === "reassignReferral" ? { toStaffId: r.worker.id } : {};
    const done = await r.act(resident([recordId]), mutation, { referralId: id, ...more, ...to });
    expect(done.errors.map(({ extensions }: Answer) => extensions.code)).toEqual(["FORBIDDEN"]);
  }
});
