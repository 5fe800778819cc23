import { randomUUID } from "node:crypto";

import { Role, type ViewerClaims } from "@corespond/kit";
import { testViewer } from "@corespond/kit/testing";

import { startReferrals, type Answer, type Done, type Referrals } from "../testing/startReferrals";

let r: Referrals;

beforeAll(async () => {
  r = await startReferrals();
});
afterEach(async () => {
  await r.owner("TRUNCATE welfare_coordination");
});
afterAll(() => r.stop());

const legalBasis = { basis: "WELFARE_COORDINATION", citation: "Opinion of the county attorney, 2026-02" };
const refused = [{ code: "NOT_ALLOWED", field: ["input", "legalBasis", "basis"] }];

const decide = async (viewer: ViewerClaims, allowed: boolean, organizationId = r.organization): Promise<Done> =>
  await r.act(
    viewer,
    "recordWelfareCoordination { agency { id welfareCoordination { organization { id } allowed citation recordedBy { id } } } }",
    { organizationId, allowed, citation: "Opinion of the county attorney, 2026-02" },
  );

const refer = async (facts: object = {}, more: object = {}): Promise<Done> => {
  const { id: referralId } = await r.accepted();
  const serviceId = r.neighbours.service(r.organization, { ...facts });
  return await r.act(
    r.worker,
    "referToService { serviceReferral { id legalBasis legalBasisCitation person { recordId } } }",
    { referralId, serviceId, need: "HOUSING", legalBasis, ...more },
  );
};

const seenBy = async (viewer: ViewerClaims): Promise<Answer> =>
  (
    await r.see(
      viewer,
      "query ($of: [_Any!]!) { _entities(representations: $of) { ... on Agency { welfareCoordination { allowed } } } }",
      { of: [{ __typename: "Agency", id: r.county }] },
    )
  )._entities[0].welfareCoordination;

test("L26: off until configured: nobody may state welfare coordination, and a referral without it goes as before", async () => {
  const { payload } = await refer();
  expect(payload.serviceReferral).toBeNull();
  expect(payload.userErrors).toMatchObject(refused);
  expect((await refer({}, { legalBasis: null })).codes).toEqual([]);
  expect(await seenBy(r.privacyOfficer)).toEqual([]);
});

test("L26: turned on for an organization, a referral to it carries the basis without any consent, in the audit too", async () => {
  const { payload: decided } = await decide(r.privacyOfficer, true);
  expect(decided.agency).toEqual({
    id: r.county,
    welfareCoordination: [
      {
        organization: { id: r.organization },
        allowed: true,
        citation: "Opinion of the county attorney, 2026-02",
        recordedBy: { id: r.privacyOfficer.id },
      },
    ],
  });
  const { payload, codes } = await refer();
  expect(codes).toEqual([]);
  expect(payload.serviceReferral).toMatchObject({
    legalBasis: "WELFARE_COORDINATION",
    legalBasisCitation: legalBasis.citation,
  });
  const { id } = payload.serviceReferral;
  expect(
    await r.owner(
      "SELECT basis FROM audit_entry WHERE action = 'referToService' AND subjects -> 'ServiceReferral' ? $1",
      [id],
    ),
  ).toEqual([{ basis: ["WELFARE_COORDINATION"] }]);
  const preview = await r.see(r.provider, `{ serviceReferral(id: "${id}") { need person { recordId } legalBasis } }`);
  expect(preview.serviceReferral).toEqual({ need: "HOUSING", person: null, legalBasis: null });
});

test("L26: turned on for one organization, it stays off for every other, for other counties and for police", async () => {
  await decide(r.privacyOfficer, true, r.otherOrganization);
  await decide(testViewer(Role.PRIVACY_OFFICER, { agencyId: randomUUID() }), true);
  expect((await refer()).payload.userErrors).toMatchObject(refused);
  const { payload } = await r.act(r.worker, "submitReferral", {
    personId: r.neighbours.person().personId,
    agencyId: r.department,
    reasons: ["FOOD"],
    legalBasis,
  });
  expect(payload.userErrors).toMatchObject([{ code: "INVALID", field: ["input", "legalBasis", "basis"] }]);
});

test("L26: turned off again, the next referral is refused, and earlier ones keep their basis", async () => {
  await decide(r.privacyOfficer, true);
  const { payload } = await refer();
  await decide(r.privacyOfficer, false);
  expect((await refer()).payload.userErrors).toMatchObject(refused);
  const { serviceReferral } = await r.see(
    r.worker,
    `{ serviceReferral(id: "${payload.serviceReferral.id}") { legalBasis } }`,
  );
  expect(serviceReferral.legalBasis).toBe("WELFARE_COORDINATION");
  expect(await seenBy(r.supervisor)).toEqual([{ allowed: false }]);
});

test("L26, L4: turned on, it still opens no protected program: that asks for a consent, and states no other basis", async () => {
  await decide(r.privacyOfficer, true);
  const { payload } = await refer({ protectedProgram: "PART_2" });
  expect(payload.userErrors).toMatchObject([
    {
      code: "INVALID",
      field: ["input", "legalBasis", "basis"],
      message: expect.stringContaining("42 CFR 2.31") as string,
    },
  ]);
});

test("L26: none but a privacy officer decides, and none but the county's welfare side is told", async () => {
  for (const viewer of [r.worker, r.supervisor, r.administrator, r.officer, r.provider])
    expect((await decide(viewer, true)).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  await decide(r.privacyOfficer, true);
  expect(await seenBy(r.worker)).toEqual([{ allowed: true }]);
  const elsewhere = testViewer(Role.SUPERVISOR, { agencyId: randomUUID(), serves: [r.department] });
  for (const viewer of [r.officer, r.provider, r.anonymous, elsewhere]) expect(await seenBy(viewer)).toEqual([]);
});
