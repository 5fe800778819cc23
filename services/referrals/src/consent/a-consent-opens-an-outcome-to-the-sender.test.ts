import type { ViewerClaims } from "@corespond/kit";

import { startReferrals, type Answer, type Referrals } from "../testing/startReferrals";

let r: Referrals;
const scope = { regimes: ["CHAPTER_13"], categories: ["REFERRAL_OUTCOMES"] };

beforeAll(async () => {
  r = await startReferrals();
});
afterEach(() => {
  r.neighbours.down.clear();
  r.neighbours.consents.length = 0;
});
afterAll(() => r.stop());

/** A referral that has ended. */
async function ended(): Promise<{ id: string; recordId: string }> {
  const referral = await r.accepted();
  await r.act(r.worker, "completeReferral", { referralId: referral.id, outcome: "GOT_HELP" });
  return referral;
}

const fields =
  "id acknowledgement status outcome version redactions { field } statusReason { text } owner { id } timeline { totalCount }";

/** One referral by every way that a sender has to it; the ways must agree. */
async function seen(viewer: ViewerClaims, { id, recordId }: { id: string; recordId: string }): Promise<Answer> {
  const data = await r.see(
    viewer,
    `query ($_: [_Any!]!) { referral(id: "${id}") { ${fields} } referrals(first: 100) { edges { node { ${fields} } } }
      _entities(representations: $_) { ... on Referral { ${fields} } ... on Person { referrals { edges { node { ${fields} } } } } } }`,
    {
      _: [
        { __typename: "Referral", id },
        { __typename: "Person", recordId, recordIds: [recordId] },
      ],
    },
  );
  const ofList = (list: Answer): Answer =>
    list.edges.map(({ node }: Answer) => node).find((one: Answer) => one.id === id);
  const [reference, person] = data._entities;
  for (const other of [ofList(data.referrals), reference, ofList(person.referrals)])
    expect(other).toEqual(data.referral);
  return data.referral;
}

test("L1: a consent in force that names a department shows its officers status and outcome, and nothing else", async () => {
  const at = await ended();
  const before = await seen(r.officer, at);
  expect(before).toMatchObject({ acknowledgement: "CLOSED", status: null, outcome: null });
  const consent = r.neighbours.consent(at.recordId, [r.department], scope);
  for (const viewer of [r.officer, r.colleague])
    expect(await seen(viewer, at)).toMatchObject({
      ...{ status: "COMPLETED", outcome: "GOT_HELP" },
      ...{ statusReason: null, owner: null, timeline: null },
    });
  const shown = await seen(r.officer, at);
  expect(shown.version).toBe(before.version);
  expect(
    before.redactions.filter((one: Answer) => !shown.redactions.some((kept: Answer) => kept.field === one.field)),
  ).toEqual([{ field: "status" }, { field: "outcome" }]);
  consent.inForce = false;
  expect(await seen(r.officer, at)).toEqual(before);
});

test.each([
  ["that names another agency", () => ({ grantees: [r.county, r.otherDepartment] })],
  ["for another purpose", () => ({ purpose: "TREAT" })],
  ["over other data", () => ({ categories: ["HOUSING"] })],
  ["that has been revoked or is over", () => ({ inForce: false })],
  ["under a law of protected programs", () => ({ regimes: ["CHAPTER_13", "PART_2"] })],
])("L1: a consent %s shows them nothing", async (_which, change) => {
  const at = await ended();
  const before = await seen(r.officer, at);
  r.neighbours.consent(at.recordId, [r.department], { ...scope, ...change() });
  expect(await seen(r.officer, at)).toEqual(before);
});

test("L1: without an answer from people they are shown nothing", async () => {
  const at = await ended();
  const before = await seen(r.officer, at);
  r.neighbours.consent(at.recordId, [r.department], scope);
  r.neighbours.down.add("people.consentsFor");
  expect(await seen(r.officer, at)).toEqual(before);
});

test("L2: a consent lets nobody filter by what it shows of single referrals", async () => {
  const at = await ended();
  r.neighbours.consent(at.recordId, [r.department], scope);
  const { errors } = await r.run(r.officer, "{ referrals(filter: { outcome: GOT_HELP }) { totalCount } }");
  expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
});

test("people is asked once for all referrals of an answer, and for the welfare side not at all", async () => {
  for (let n = 0; n < 3; n += 1) await r.submitted();
  const questions = async (viewer: ViewerClaims): Promise<number> => {
    const before = r.neighbours.asked.length;
    await r.see(viewer, "{ referrals(first: 3) { edges { node { status } } } }");
    return r.neighbours.asked.slice(before).filter((question) => question === "people.consentsFor").length;
  };
  expect(await questions(r.officer)).toBe(1);
  expect(await questions(r.supervisor)).toBe(0);
});

test("that it was shown by a consent stands in the audit", async () => {
  const at = await ended();
  r.neighbours.consent(at.recordId, [r.department], scope);
  const viewer = { ...r.officer, requestId: "an outcome by consent" };
  await r.see(viewer, `{ referral(id: "${at.id}") { outcome } }`);
  const rows = await r.owner("SELECT basis, fields FROM audit_entry WHERE request_id = $1", [viewer.requestId]);
  expect(rows).toEqual([{ basis: ["CONSENT"], fields: ["Referral.outcome"] }]);
});
