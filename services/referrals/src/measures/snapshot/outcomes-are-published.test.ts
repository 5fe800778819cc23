import { randomUUID } from "node:crypto";

import type { ViewerClaims } from "@corespond/kit";

import { measuredCounty, type MeasuredCounty } from "../../testing/measuredCounty";
import { indexDay, insertCallers } from "../../testing/repeatCallers";
import { startReferrals, type Answer, type Done, type Referrals } from "../../testing/startReferrals";

let r: Referrals;
let county: MeasuredCounty;
const question = {
  asOf: "2026-01-31",
  codeSet: { name: "behavioral-health" },
  comparator: "NONE",
  threshold: 4,
};
const published = `id publishedAt publishedBy { id } outcomes { asOf knownAt comparator caution enrolled { persons incidentsAfter }
  naiveChange { change } codeSet { name version } suppressed }`;

beforeAll(async () => {
  r = await startReferrals();
  county = measuredCounty(r);
  const set = { name: "behavioral-health", version: "2026-01", commonCodes: ["MENTAL"] };
  r.neighbours.codeSets.push({ id: randomUUID(), ...set });
  const recordIds = await insertCallers(
    r,
    Array.from({ length: 12 }, () => ({ selection: 4, before: 4, after: 2 })),
  );
  await county.refer(recordIds.map((recordId) => ({ recordId, submitted: "2025-05-20", contacts: [indexDay] })));
});
afterAll(() => r.stop());

const publish = async (viewer: ViewerClaims, input: object = {}): Promise<Done> => {
  const asked = { idempotencyKey: randomUUID(), programId: county.programId, question, ...input };
  return await r.act(viewer, `publishOutcomes { publishedOutcomes { ${published} } }`, asked);
};

const list = async (viewer: ViewerClaims, args = "first: 10"): Promise<Answer> =>
  await county.ask(viewer, `publishedOutcomes(${args}) { totalCount edges { node { ${published} } } }`);

test("what a supervisor publishes stays as it is, whatever is corrected later, and is audited", async () => {
  const { payload } = await publish(r.supervisor);
  expect(payload).toMatchObject({
    publishedOutcomes: {
      publishedBy: { id: r.supervisor.id },
      outcomes: {
        ...{ asOf: "2026-01-31", comparator: "NONE", caution: "REGRESSION_TO_MEAN", suppressed: true },
        ...{ enrolled: { persons: 12, incidentsAfter: 24 }, naiveChange: { change: -0.5 } },
        codeSet: { name: "behavioral-health", version: "2026-01" },
      },
    },
    userErrors: [],
  });
  await r.owner("DELETE FROM call_fact_subject");
  const { publishedOutcomes } = await list(r.analyst);
  expect(publishedOutcomes.edges.map(({ node }: Answer) => node)).toEqual([payload.publishedOutcomes]);
  expect(await r.owner("SELECT action, subjects FROM audit_entry WHERE action = 'publishOutcomes'")).toEqual([
    {
      action: "publishOutcomes",
      subjects: { PublishedOutcomes: [payload.publishedOutcomes.id], Program: [county.programId] },
    },
  ]);
});

test("a repeated key publishes once", async () => {
  const idempotencyKey = randomUUID();
  const first = await publish(r.supervisor, { idempotencyKey });
  const before = (await list(r.supervisor)).publishedOutcomes.totalCount;
  expect((await publish(r.supervisor, { idempotencyKey })).payload).toEqual(first.payload);
  expect((await list(r.supervisor)).publishedOutcomes.totalCount).toBe(before);
});

test("small cells are withheld from what is published, whoever publishes it", async () => {
  const few = { ...question, agencyId: r.otherDepartment };
  const { payload } = await publish(r.supervisor, { question: few });
  expect(payload.publishedOutcomes.outcomes).toMatchObject({ enrolled: { persons: null }, naiveChange: null });
});

test("the county's analysts, supervisors, privacy officers and administrators read it, and nobody else", async () => {
  const { supervisor, analyst, privacyOfficer, administrator, ...others } = r;
  for (const viewer of [supervisor, analyst, privacyOfficer, administrator]) {
    expect((await list(viewer)).publishedOutcomes.totalCount).toBeGreaterThan(0);
    const elsewhere = await list({ ...viewer, agencyId: randomUUID() });
    expect(elsewhere).toEqual({ publishedOutcomes: { totalCount: 0, edges: [] } });
  }
  for (const viewer of [
    others.officer,
    others.dispatcher,
    others.worker,
    others.provider,
    others.partner,
    others.anonymous,
  ])
    expect(await list(viewer)).toEqual({ errors: ["FORBIDDEN"] });
});

test("only a supervisor publishes, and only of the own county", async () => {
  for (const viewer of [r.analyst, r.privacyOfficer, r.administrator, r.worker, r.officer, r.provider])
    expect((await publish(viewer)).errors[0]?.extensions?.["code"]).toBe("FORBIDDEN");
  expect((await publish({ ...r.supervisor, agencyId: randomUUID() })).codes).toEqual(["NOT_FOUND"]);
  expect((await publish(r.supervisor, { programId: randomUUID() })).codes).toEqual(["NOT_FOUND"]);
  expect((await publish(r.supervisor, { programId: "nonsense" })).codes).toEqual(["INVALID"]);
  const wrong = await publish(r.supervisor, { question: { ...question, threshold: 0 } });
  expect(wrong.payload.userErrors).toMatchObject([{ code: "INVALID", field: ["input", "question", "threshold"] }]);
});
