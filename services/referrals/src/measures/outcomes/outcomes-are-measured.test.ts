import { randomUUID } from "node:crypto";

import type { ViewerClaims } from "@corespond/kit";

import { measuredCounty, type MeasuredCounty } from "../../testing/measuredCounty";
import { indexDay, insertCallers, type CallerWindows } from "../../testing/repeatCallers";
import { startReferrals, type Answer, type Referrals } from "../../testing/startReferrals";

let r: Referrals;
let county: MeasuredCounty;

beforeAll(async () => {
  r = await startReferrals();
  const set = { name: "behavioral-health", commonCodes: ["MENTAL", "SUICIDE"] };
  r.neighbours.codeSets.push({ id: randomUUID(), version: "2026-01", ...set });
});
beforeEach(async () => {
  await r.owner("TRUNCATE referral, contact, service_referral, call_fact, call_fact_history, inbox CASCADE");
  county = measuredCounty(r);
  r.neighbours.callCounts.clear();
});
afterAll(() => r.stop());

const times = <T>(count: number, value: T): readonly T[] => Array.from({ length: count }, () => value);
const group = "{ persons personDays incidentsBefore incidentsAfter rateBefore rateAfter medianBefore medianAfter }";
const estimate = "{ change low high }";
const fields = `asOf knownAt windowDays washOutDays threshold index codeSet { name version } agency { id } comparator
  enrolled ${group} comparators ${group} naiveChange ${estimate} adjustedChange ${estimate} caution immature belowThreshold
  unmatched shareBefore shareAfter unlinkedShare { value low high } atRiskAssumed suppressed`;

interface Asked {
  readonly asOf?: string;
  readonly comparator?: string;
  readonly more?: string;
}

const outcomesField = ({ asOf = "2026-01-31", comparator = "SAME_THRESHOLD_NOT_ENROLLED", more = "" }: Asked): string =>
  `outcomes(asOf: "${asOf}", codeSet: { name: "behavioral-health" }, comparator: ${comparator}, threshold: 4 ${more}) { ${fields} }`;

const ask = async (viewer: ViewerClaims, asked: Asked = {}): Promise<Answer> =>
  (await county.ask(viewer, outcomesField(asked))).outcomes;

/** Enrols callers on the index day, or another; answers their records. */
async function enrolled(
  callers: readonly CallerWindows[],
  contact = indexDay,
  agencyId?: string,
): Promise<readonly string[]> {
  const recordIds = await insertCallers(r, callers);
  const about = { submitted: "2025-05-20", contacts: [contact], ...(agencyId !== undefined && { agencyId }) };
  await county.refer(recordIds.map((recordId) => ({ ...about, recordId })));
  return recordIds;
}

const helped = { selection: 4, before: 4, after: 2 };
const others = { selection: 4, before: 4, after: 4 };

test("those who were helped are compared with those who were chosen alike", async () => {
  await enrolled(times(12, helped));
  await insertCallers(r, [...times(15, others), ...times(20, { selection: 3, before: 9, after: 0 })]);
  r.neighbours.callCounts.set(r.department, { incidents: 144, linkedIncidents: 108 });
  expect(await ask(r.supervisor)).toEqual({
    ...{ asOf: "2026-01-31", knownAt: expect.any(String), windowDays: 182, washOutDays: 0, threshold: 4 },
    ...{ index: "FIRST_CONTACT", codeSet: { name: "behavioral-health", version: "2026-01" }, agency: null },
    comparator: "SAME_THRESHOLD_NOT_ENROLLED",
    enrolled: {
      ...{ persons: 12, personDays: 12 * 182, incidentsBefore: 48, incidentsAfter: 24 },
      ...{ rateBefore: 120 / 182, rateAfter: 60 / 182, medianBefore: 120 / 182, medianAfter: 60 / 182 },
    },
    comparators: expect.objectContaining({
      persons: 15,
      rateBefore: 120 / 182,
      rateAfter: expect.closeTo(120 / 182, 9),
    }),
    naiveChange: { change: -0.5, low: expect.closeTo(-0.5, 6), high: expect.closeTo(-0.5, 6) },
    adjustedChange: { change: expect.closeTo(-0.5, 6), low: expect.closeTo(-0.5, 6), high: expect.closeTo(-0.5, 6) },
    ...{ caution: null, immature: 0, belowThreshold: 0, unmatched: 0, atRiskAssumed: true, suppressed: false },
    ...{ shareBefore: 48 / 144, shareAfter: 24 / 144 },
    unlinkedShare: expect.objectContaining({ value: 0.25 }),
  });
});

test("incidents are distinct, as subject, of the code set, and not of the index day", async () => {
  const [recordId = ""] = await enrolled([helped]);
  const twin = randomUUID();
  r.neighbours.personOfRecord.set(recordId, "one person").set(twin, "one person");
  const before = await ask(r.supervisor, { comparator: "NONE" });
  expect(before.enrolled).toMatchObject({ incidentsBefore: 4, incidentsAfter: 2 });
  await insertCallers(r, [
    { recordId, at: [0] },
    { recordId, before: 3, role: "CALLER" },
    { recordId, before: 3, commonCode: "NOISE" },
    { recordId: randomUUID(), before: 9 },
  ]);
  expect((await ask(r.supervisor, { comparator: "NONE" })).enrolled).toEqual(before.enrolled);
  await insertCallers(r, [{ recordId: twin, before: 2, agencyId: r.otherDepartment }]);
  expect((await ask(r.supervisor, { comparator: "NONE" })).enrolled).toMatchObject({ incidentsBefore: 6 });
  await r.owner("UPDATE call_fact SET incident_number = 'one incident' WHERE agency_id = $1", [r.otherDepartment]);
  expect((await ask(r.supervisor, { comparator: "NONE" })).enrolled).toMatchObject({ persons: 1, incidentsBefore: 5 });
});

test("windows end where they end, in the program's time zone, after the wash-out", async () => {
  await enrolled([{ ...helped, before: 0, after: 0, at: [-182, -183, -1, 1, 14, 15, 182, 183, 196, 197] }]);
  const counted = async (more: string) => {
    const { incidentsBefore, incidentsAfter } = (await ask(r.supervisor, { comparator: "NONE", more })).enrolled;
    return [incidentsBefore, incidentsAfter];
  };
  expect(await counted("")).toEqual([2, 4]);
  expect(await counted("washOutDays: 14")).toEqual([2, 4]);
  expect(await counted("washOutDays: 14, windowDays: 180")).toEqual([1, 3]);
  await r.owner("UPDATE call_fact SET received_at = '2025-06-02T04:30:00Z' WHERE received_at = '2025-06-02T18:00:00Z'");
  expect(await counted("")).toEqual([2, 3]);
});

test("an incomplete window, and too few calls in the selection window, leave a person out and are counted", async () => {
  await enrolled([...times(2, helped), { ...helped, selection: 3 }]);
  await enrolled(times(3, { ...helped, at: times(8, 50) }), "2025-09-01");
  expect(await ask(r.supervisor, { asOf: "2025-11-29" })).toMatchObject({
    enrolled: { persons: 0, incidentsBefore: 0, rateBefore: null },
    ...{ immature: 5, belowThreshold: 1, naiveChange: null, adjustedChange: null, comparators: null },
  });
  expect(await ask(r.supervisor, { asOf: "2025-11-30" })).toMatchObject({ enrolled: { persons: 2 }, immature: 3 });
  expect(await ask(r.supervisor)).toMatchObject({ enrolled: { persons: 2 }, immature: 3, suppressed: false });
});

test("nobody compared is a caution, and so are groups that differ at the start", async () => {
  await enrolled(times(12, helped));
  expect(await ask(r.supervisor, { comparator: "NONE" })).toMatchObject({
    ...{ caution: "REGRESSION_TO_MEAN", comparators: null, adjustedChange: null, naiveChange: { change: -0.5 } },
  });
  expect(await ask(r.supervisor)).toMatchObject({ caution: "REGRESSION_TO_MEAN", comparators: null });
  await insertCallers(r, times(15, { selection: 4, before: 1, after: 1 }));
  expect(await ask(r.supervisor)).toMatchObject({
    caution: "BASELINE_DIFFERS",
    adjustedChange: { change: expect.closeTo(-0.5, 6) },
  });
});

test("whoever was referred is nobody's comparator, by whichever record", async () => {
  await enrolled(times(12, helped));
  const [recordId = ""] = await insertCallers(r, times(2, others));
  expect(await ask(r.supervisor)).toMatchObject({ comparators: { persons: 2 } });
  const twin = randomUUID();
  r.neighbours.personOfRecord.set(recordId, "referred").set(twin, "referred");
  await county.refer([{ recordId: twin, submitted: "2025-11-01", status: "REQUESTED" }]);
  expect(await ask(r.supervisor)).toMatchObject({ comparators: { persons: 1 } });
});

test("agencies that join later are compared by their own incidents alone", async () => {
  await enrolled(times(12, helped));
  const callers = times(13, { ...others, after: 8, agencyId: county.later });
  const recordIds = await insertCallers(r, callers);
  await insertCallers(r, [...times(3, others), ...recordIds.map((recordId) => ({ recordId, after: 5 }))]);
  expect(await ask(r.supervisor, { comparator: "NOT_YET_JOINED" })).toMatchObject({
    comparators: { persons: 13, incidentsAfter: expect.closeTo(96, 9), incidentsBefore: expect.closeTo(48, 9) },
    adjustedChange: { change: expect.closeTo(-0.75, 6) },
    caution: null,
  });
});

test("their own earlier trend compares the enrolled with themselves one window before", async () => {
  await enrolled(times(12, { earlier: 5, selection: 8, before: 4, after: 2 }));
  expect(await ask(r.supervisor, { comparator: "OWN_EARLIER_TREND" })).toMatchObject({
    comparators: { persons: 12, incidentsBefore: 96, incidentsAfter: 48 },
    naiveChange: { change: -0.5 },
    adjustedChange: { change: expect.closeTo(0, 6) },
    caution: null,
  });
});

test("one agency's enrolled are compared with callers of that agency", async () => {
  await enrolled(times(3, helped));
  await enrolled(times(2, { ...helped, agencyId: r.otherDepartment }), indexDay, r.otherDepartment);
  await insertCallers(r, [...times(4, others), ...times(5, { ...others, agencyId: r.otherDepartment })]);
  const more = `agencyId: "${r.otherDepartment}"`;
  expect(await ask(r.supervisor, { more })).toMatchObject({
    ...{ agency: { id: r.otherDepartment }, enrolled: { persons: 2 }, comparators: { persons: 5 } },
  });
  expect(await ask(r.supervisor)).toMatchObject({ enrolled: { persons: 5 }, comparators: { persons: 9 } });
});

test("by referral, those count who were never met", async () => {
  const [recordId = ""] = await insertCallers(r, [helped]);
  await county.refer([{ recordId, submitted: indexDay }]);
  expect(await ask(r.supervisor, { comparator: "NONE" })).toMatchObject({ enrolled: { persons: 0 } });
  expect(await ask(r.supervisor, { comparator: "NONE", more: "index: FIRST_REFERRAL" })).toMatchObject({
    ...{ index: "FIRST_REFERRAL", enrolled: { persons: 1, incidentsBefore: 4 } },
  });
});

test("an analyst gets nothing of fewer than eleven, and a supervisor the exact figures", async () => {
  await enrolled(times(10, helped));
  await insertCallers(r, times(15, others));
  r.neighbours.callCounts.set(r.department, { incidents: 144, linkedIncidents: 108 });
  const withheld = {
    enrolled: { persons: null, incidentsBefore: null, rateBefore: null, medianAfter: null, personDays: null },
    comparators: { persons: null, rateAfter: null },
    ...{ naiveChange: null, adjustedChange: null, immature: null, belowThreshold: null, unmatched: null },
    ...{ shareBefore: null, shareAfter: null, unlinkedShare: null, suppressed: true },
  };
  expect(await ask(r.analyst)).toMatchObject(withheld);
  expect(await ask(r.supervisor)).toMatchObject({ enrolled: { persons: 10 }, suppressed: false });
  await enrolled(times(12, { ...helped, agencyId: r.otherDepartment }), indexDay, r.otherDepartment);
  expect(await ask(r.analyst)).toMatchObject({ enrolled: { persons: 22 }, naiveChange: { change: -0.5 } });
  for (const agencyId of [r.department, r.otherDepartment])
    expect(await ask(r.analyst, { more: `agencyId: "${agencyId}"` })).toMatchObject({
      enrolled: { persons: null },
      naiveChange: null,
    });
});

test("few comparators are withheld from an analyst with what they would tell", async () => {
  await enrolled(times(12, helped));
  await insertCallers(r, times(10, others));
  expect(await ask(r.analyst)).toMatchObject({
    ...{
      enrolled: { persons: 12 },
      comparators: { persons: null },
      adjustedChange: null,
      naiveChange: { change: -0.5 },
    },
    suppressed: true,
  });
});

test("outcomes are for supervisors and analysts of the county, by the role alone", async () => {
  await enrolled(times(12, helped));
  for (const viewer of [r.supervisor, r.analyst]) {
    expect(await ask(viewer)).not.toBeNull();
    expect(await ask({ ...viewer, agencyId: randomUUID() })).toBeNull();
    expect((await county.ask(viewer, outcomesField({}), randomUUID())).outcomes).toBeNull();
  }
  for (const viewer of [
    r.officer,
    r.dispatcher,
    r.worker,
    r.privacyOfficer,
    r.administrator,
    r.provider,
    r.partner,
    r.anonymous,
  ])
    for (const id of [county.programId, randomUUID()])
      expect(await county.ask(viewer, outcomesField({}), id)).toEqual({ errors: ["FORBIDDEN"] });
});

test.each([
  ["a day in the future", 'asOf: "2999-01-01", codeSet: { name: "behavioral-health" }, threshold: 4'],
  [
    "a day after what was known",
    'asOf: "2026-01-31", knownAt: "2026-01-30T12:00:00Z", codeSet: { name: "behavioral-health" }, threshold: 4',
  ],
  ["an unknown set of codes", 'asOf: "2026-01-31", codeSet: { name: "no-set" }, threshold: 4'],
  ["an unknown version", 'asOf: "2026-01-31", codeSet: { name: "behavioral-health", version: "1999" }, threshold: 4'],
  ["a nameless set", 'asOf: "2026-01-31", codeSet: { name: "" }, threshold: 4'],
  ["no threshold to speak of", 'asOf: "2026-01-31", codeSet: { name: "behavioral-health" }, threshold: 0'],
  ["a window of a week", 'asOf: "2026-01-31", codeSet: { name: "behavioral-health" }, threshold: 4, windowDays: 7'],
  ["another wash-out", 'asOf: "2026-01-31", codeSet: { name: "behavioral-health" }, threshold: 4, washOutDays: 7'],
  [
    "a strange agency",
    `asOf: "2026-01-31", codeSet: { name: "behavioral-health" }, threshold: 4, agencyId: "${randomUUID()}"`,
  ],
])("%s is refused", async (_name, args) => {
  expect(await county.ask(r.supervisor, `outcomes(${args}, comparator: NONE) { suppressed }`)).toEqual({
    errors: ["BAD_USER_INPUT"],
  });
});

test("12 and 300 enrolled take the same statements and questions", async () => {
  const measure = async (): Promise<readonly string[]> => {
    r.neighbours.asked.length = 0;
    const statements = await r.countStatements(() => ask(r.supervisor));
    return [...statements, ...r.neighbours.asked].sort();
  };
  await enrolled(times(12, helped));
  const atTwelve = await measure();
  await enrolled(times(288, helped));
  expect(await measure()).toEqual(atTwelve);
  expect(atTwelve).toHaveLength(8);
});
