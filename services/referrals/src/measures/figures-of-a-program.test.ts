import { randomUUID } from "node:crypto";

import type { ViewerClaims } from "@corespond/kit";

import { measuredCounty, type MeasuredCounty } from "../testing/measuredCounty";
import { startReferrals, type Answer, type Referrals } from "../testing/startReferrals";

let r: Referrals;
let county: MeasuredCounty;

beforeAll(async () => {
  r = await startReferrals();
});
beforeEach(async () => {
  await r.owner("TRUNCATE referral, contact, service_referral CASCADE");
  county = measuredCounty(r);
});
afterAll(() => r.stop());

const times = <T>(count: number, value: T): readonly T[] => Array.from({ length: count }, () => value);
const period = (from: string, to: string, agencyId?: string): string =>
  `period: { from: "${from}", to: "${to}" }${agencyId === undefined ? "" : `, agencyId: "${agencyId}"`}`;
const year = period("2026-01-01", "2026-12-31");
const figures = (args: string): string => `
  peopleReached(${args}) { persons suppressed }
  funnel(${args}) { sent accepted contacted connected completed rejected cancelled failed open suppressed
    rejectReasons { reason referrals } acceptedShare { value low high } }
  timeToContact(${args}) { referrals contacted notYet medianHours p90Hours suppressed }
  connections(${args}) { serviceReferrals personsConnected byOutcome { status outcome serviceReferrals } suppressed }`;

test("measures are for supervisors and analysts, by the role alone, and for their own county", async () => {
  await county.refer(times(12, { submitted: "2026-03-01", contacts: ["2026-03-02"] }));
  const fields = ["peopleReached", "funnel", "timeToContact", "connections"];
  const { supervisor, analyst, ...others } = r;
  for (const viewer of [supervisor, analyst]) {
    const seen = await county.ask(viewer, figures(year));
    for (const field of fields) expect(seen[field]).not.toBeNull();
    const elsewhere = { ...viewer, agencyId: randomUUID() };
    const nothing = Object.fromEntries(fields.map((field) => [field, null]));
    expect(await county.ask(elsewhere, figures(year))).toEqual(nothing);
    expect(await county.ask(viewer, figures(year), randomUUID())).toEqual(nothing);
    expect(await county.ask(viewer, figures(year), "nonsense")).toEqual(nothing);
  }
  const roles = [
    "officer",
    "dispatcher",
    "worker",
    "privacyOfficer",
    "administrator",
    "provider",
    "partner",
    "anonymous",
  ];
  for (const role of roles as (keyof typeof others)[]) {
    for (const id of [county.programId, randomUUID()])
      expect(await county.ask(others[role] as ViewerClaims, figures(year), id)).toEqual({
        errors: times(fields.length, "FORBIDDEN"),
      });
  }
});

test("people reached are persons with a completed contact on a day of the program's clock, however many records", async () => {
  const twins = [randomUUID(), randomUUID()];
  for (const recordId of twins) r.neighbours.personOfRecord.set(recordId, "one person");
  await county.refer([
    ...twins.map((recordId) => ({ recordId, submitted: "2026-03-01", contacts: ["2026-03-02", "2026-03-05"] })),
    { submitted: "2026-03-01", contacts: ["2026-03-31"] },
    { submitted: "2026-03-01", contacts: ["2026-04-01"] },
    { submitted: "2026-03-01" },
  ]);
  const [late] = await county.refer([{ submitted: "2026-03-01", contacts: ["2026-03-10"] }]);
  await r.owner("UPDATE contact SET occurred_at = '2026-04-01T04:59:00Z', recorded_at = now() WHERE referral_id = $1", [
    late?.id,
  ]);
  await r.owner("UPDATE contact SET result = 'REACHED' WHERE occurred_at = '2026-03-05T12:00:00Z'");
  const count = async (args: string): Promise<Answer> =>
    (await county.ask(r.supervisor, `peopleReached(${args}) { persons }`)).peopleReached.persons;
  expect(await count(period("2026-03-01", "2026-03-31"))).toBe(3);
  expect(await count(period("2026-03-03", "2026-03-09"))).toBe(0);
  expect(await count(period("2026-04-01", "2026-04-01"))).toBe(1);
  expect(await count(period("2026-03-01", "2026-04-30", r.otherDepartment))).toBe(0);
});

test("the funnel counts the referrals of a period by how far they came and how they ended", async () => {
  const submitted = "2026-03-01";
  const contacts = ["2026-03-02"];
  const sent = await county.refer([
    ...times(3, { submitted, status: "REQUESTED" }),
    ...times(2, { submitted, status: "REJECTED", reason: "OUT_OF_AREA" }),
    { submitted, status: "REJECTED", reason: "DUPLICATE" },
    { submitted, status: "CANCELLED" },
    { submitted, status: "FAILED", contacts },
    ...times(4, { submitted, status: "COMPLETED", contacts }),
    { submitted, status: "IN_PROGRESS" },
    { submitted: "2025-12-31" },
  ]);
  await serviceReferral(sent[8]?.id, { accepted: true });
  await serviceReferral(sent[9]?.id, { accepted: true, isProtected: true });
  await serviceReferral(sent[10]?.id, { accepted: false });
  expect((await county.ask(r.supervisor, figures(year))).funnel).toEqual({
    ...{ sent: 13, accepted: 7, contacted: 5, connected: 1, completed: 4 },
    ...{ rejected: 3, cancelled: 1, failed: 1, open: 4, suppressed: false },
    rejectReasons: [
      { reason: "OUT_OF_AREA", referrals: 2 },
      { reason: "DUPLICATE", referrals: 1 },
    ],
    acceptedShare: { value: 7 / 13, low: expect.closeTo(0.2914, 3), high: expect.closeTo(0.7679, 3) },
  });
});

test("time to contact is the median and the ninetieth percentile in hours, beside how many wait", async () => {
  const submitted = "2026-03-01";
  await county.refer([
    ...["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-11"].map((day) => ({
      submitted,
      contacts: [day, "2026-05-01"],
    })),
    { submitted, contacts: ["2026-02-27"] },
    ...times(2, { submitted }),
  ]);
  expect((await county.ask(r.supervisor, figures(year))).timeToContact).toEqual({
    ...{ referrals: 7, contacted: 5, notYet: 2, suppressed: false },
    medianHours: 48,
    p90Hours: expect.closeTo(72 + 0.6 * 168, 6),
  });
});

test("connections count service referrals by outcome and persons once, and protected ones for nobody", async () => {
  const [one, two] = await county.refer(times(2, { submitted: "2026-03-01" }));
  await serviceReferral(one?.id, { accepted: true });
  await serviceReferral(one?.id, { accepted: true, outcome: "GOT_HELP" });
  await serviceReferral(two?.id, { accepted: false });
  const before = (await county.ask(r.supervisor, figures(year))).connections;
  expect(before).toEqual({
    serviceReferrals: 3,
    personsConnected: 1,
    byOutcome: [
      { status: "ACCEPTED", outcome: null, serviceReferrals: 1 },
      { status: "COMPLETED", outcome: "GOT_HELP", serviceReferrals: 1 },
      { status: "REQUESTED", outcome: null, serviceReferrals: 1 },
    ],
    suppressed: false,
  });
  await serviceReferral(two?.id, { accepted: true, isProtected: true });
  expect((await county.ask(r.supervisor, figures(year))).connections).toEqual(before);
});

test("an analyst gets no small count, nor one by subtraction, nor one agency by the others", async () => {
  const submitted = "2026-03-01";
  await county.refer([
    ...times(30, { submitted, status: "COMPLETED", contacts: ["2026-03-02"] }),
    ...times(20, { submitted, status: "REJECTED" }),
    ...times(4, { submitted, status: "FAILED", contacts: ["2026-03-03"] }),
    ...times(5, { submitted, agencyId: r.otherDepartment, contacts: ["2026-03-02"] }),
  ]);
  const seen = await county.ask(r.analyst, figures(year));
  expect(seen.peopleReached).toEqual({ persons: 39, suppressed: false });
  expect(seen.funnel).toMatchObject({
    sent: 59,
    accepted: 39,
    contacted: 39,
    completed: null,
    rejected: null,
    failed: null,
    open: null,
  });
  expect(seen.timeToContact).toMatchObject({ referrals: 59, contacted: 39, notYet: 20, suppressed: false });
  for (const agencyId of [r.department, r.otherDepartment]) {
    const ofAgency = await county.ask(r.analyst, figures(period("2026-01-01", "2026-12-31", agencyId)));
    expect(ofAgency).toMatchObject({
      peopleReached: { persons: null, suppressed: true },
      funnel: { sent: null, rejectReasons: [], suppressed: true },
      timeToContact: { referrals: null, medianHours: null, suppressed: true },
      connections: { serviceReferrals: null, suppressed: true },
    });
    expect(await county.ask(r.supervisor, figures(period("2026-01-01", "2026-12-31", agencyId)))).toMatchObject({
      funnel: { suppressed: false },
    });
  }
});

test.each([
  ["a period that ends before it starts", period("2026-02-01", "2026-01-01")],
  ["a period of a lifetime", period("1950-01-01", "2026-01-01")],
  ["an agency that is no member", period("2026-01-01", "2026-12-31", randomUUID())],
])("%s is refused", async (_name, args) => {
  expect(await county.ask(r.supervisor, `funnel(${args}) { sent }`)).toEqual({ errors: ["BAD_USER_INPUT"] });
});

test("10 and 400 persons take the same statements and questions", async () => {
  const measure = async (): Promise<readonly string[]> => {
    r.neighbours.asked.length = 0;
    const statements = await r.countStatements(() => county.ask(r.supervisor, figures(year)));
    return [...statements, ...r.neighbours.asked].sort();
  };
  await county.refer(times(10, { submitted: "2026-03-01", contacts: ["2026-03-02"] }));
  const atTen = await measure();
  await county.refer(times(390, { submitted: "2026-03-01", contacts: ["2026-03-02"] }));
  expect(await measure()).toEqual(atTen);
});

/** Puts a service referral of a referral into the tables. */
async function serviceReferral(
  referralId: string | undefined,
  {
    accepted,
    isProtected = false,
    outcome = null,
  }: { accepted: boolean; isProtected?: boolean; outcome?: string | null },
): Promise<void> {
  await r.owner(
    `INSERT INTO service_referral (id, referral_id, record_id, service_id, organization_id, need, urgency, status, outcome,
       is_protected, referred_by_id, submitted_at, accepted_at, closed_at, recorded_at)
     SELECT gen_random_uuid(), r.id, r.record_id, gen_random_uuid(), gen_random_uuid(), 'HOUSING', 'ROUTINE', $2, $3, $4, $5,
       '2026-03-03Z', $6, $7, '2026-03-03Z' FROM referral r WHERE r.id = $1`,
    [
      referralId,
      outcome === null ? (accepted ? "ACCEPTED" : "REQUESTED") : "COMPLETED",
      outcome,
      isProtected,
      r.worker.id,
      accepted ? "2026-03-04Z" : null,
      outcome === null ? null : "2026-03-05Z",
    ],
  );
}
