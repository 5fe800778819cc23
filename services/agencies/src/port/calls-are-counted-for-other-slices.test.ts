import type { ViewerClaims } from "@corespond/kit";
import type { TestSlice } from "@corespond/kit/testing";

import { insertCalls } from "../testing/insertCalls";
import { startAgencies } from "../testing/startAgencies";
import { agencies, records, testId } from "../testing/testIds";
import { viewers } from "../testing/testViewers";

let slice: TestSlice;

const welfareOnly = testId(0x931);
const [brooklynPark, bloomington] = [agencies.brooklynPark, agencies.bloomington].sort();

beforeAll(async () => {
  slice = await startAgencies();
  await slice.owner("INSERT INTO nature_code_set VALUES ($1, 'test-welfare', '1', 'Welfare alone')", [welfareOnly]);
  await slice.owner("INSERT INTO nature_code_set_code VALUES ($1, 'WELFARE')", [welfareOnly]);
  await insertCalls(slice, { agencyId: agencies.brooklynPark, count: 4, recordIds: [records.resident] });
  await insertCalls(slice, { agencyId: agencies.brooklynPark, count: 3, recordIds: [] });
  await insertCalls(slice, { agencyId: agencies.bloomington, count: 2, recordIds: [] });
});

afterAll(async () => {
  await slice.stop();
});

const question = {
  agencyIds: [agencies.brooklynPark, agencies.bloomington, agencies.hopkins],
  codeSetId: null,
  from: "2024-01-01T00:00:00Z",
  to: "2024-07-01T00:00:00Z",
  knownAt: null,
};

const counts = async (viewer: ViewerClaims, other: object = {}): Promise<readonly unknown[]> =>
  (await slice.port(viewer, "callCounts", { ...question, ...other })) as readonly unknown[];

const ofBrooklynPark = { agencyId: brooklynPark, incidents: 7, linkedIncidents: 4 };
const ofBloomington = { agencyId: bloomington, incidents: 2, linkedIncidents: 0 };
const ofHopkins = { agencyId: agencies.hopkins, incidents: 0, linkedIncidents: 0 };

test.each([
  ["supervisor", [ofBrooklynPark, ofBloomington]],
  ["analyst", [ofBrooklynPark, ofBloomington]],
  ["privacyOfficer", [ofBrooklynPark, ofBloomington]],
  ["socialWorker", [ofBrooklynPark]],
  ["system", [ofBrooklynPark, ofBloomington, ofHopkins]],
  ["officer", []],
  ["dispatcher", []],
  ["administrator", []],
  ["provider", []],
  ["machine", []],
  ["anonymous", []],
] as const)("the %s is told counts of the agencies that they serve, if any", async (name, expected) => {
  expect(await counts(viewers[name])).toEqual(expected);
});

test("one statement counts", async () => {
  expect(await slice.countStatements(() => counts(viewers.supervisor))).toEqual(["agencies.call.counts"]);
});

test("a period ends before its end, and a set of codes counts no other", async () => {
  const agencyIds = [agencies.bloomington];
  const incidents = async (other: object) => (await counts(viewers.analyst, { agencyIds, ...other }))[0];
  expect(await incidents({ to: "2024-05-31T12:00:00Z" })).toMatchObject({ incidents: 1 });
  expect(await incidents({ from: "2024-05-31T12:00:00Z" })).toMatchObject({ incidents: 1 });
  expect(await incidents({ codeSetId: welfareOnly })).toMatchObject({ incidents: 2 });
  await slice.owner("UPDATE call_for_service SET common_code = 'EDP' WHERE agency_id = $1", [agencies.bloomington]);
  expect(await incidents({ codeSetId: welfareOnly })).toMatchObject({ incidents: 0 });
  expect(await incidents({ codeSetId: testId(0x932) })).toMatchObject({ incidents: 0 });
});

test("a correction restates, and what was known before it is still told", async () => {
  const agencyIds = [agencies.southLake];
  const [later, earlier] = await insertCalls(slice, {
    agencyId: agencies.southLake,
    count: 2,
    recordIds: [records.neighbour],
  });
  const incidents = async (knownAt: string | null) =>
    (await counts(viewers.supervisor, { agencyIds, codeSetId: welfareOnly, knownAt }))[0];
  await slice.owner("UPDATE call_for_service SET changed_at = '2024-07-01Z' WHERE agency_id = $1", agencyIds);
  await slice.owner("UPDATE call_subject SET linked_at = '2024-07-02Z' WHERE agency_id = $1", agencyIds);
  const seen = [await incidents("2024-06-30T00:00:00Z"), await incidents("2024-07-01T00:00:00Z")];
  const linked = await incidents("2024-07-02T00:00:00Z");
  await slice.owner(
    `INSERT INTO call_history SELECT id, agency_id, incident_number, counted_as, received_at, nature_code, common_code, beat,
       place, changed_at, '2024-07-03Z' FROM call_for_service WHERE id = ANY ($1)`,
    [[earlier, later]],
  );
  await slice.owner(
    `UPDATE call_for_service SET changed_at = '2024-07-03Z', common_code = CASE WHEN id = $1 THEN common_code ELSE 'TROUBLE' END,
       counted_as = CASE WHEN id = $1 THEN (SELECT incident_number FROM call_for_service WHERE id = $2) END
     WHERE id = ANY (ARRAY[$1, $2]::uuid[])`,
    [earlier, later],
  );
  await slice.owner(
    `WITH unlinked AS (DELETE FROM call_subject WHERE call_id = $1 RETURNING *)
     INSERT INTO call_subject_history SELECT call_id, record_id, role, agency_id, linked_at, '2024-07-04Z' FROM unlinked`,
    [earlier],
  );
  expect([...seen, linked, await incidents("2024-07-03T00:00:00Z"), await incidents(null)]).toMatchObject([
    { incidents: 0, linkedIncidents: 0 },
    { incidents: 2, linkedIncidents: 0 },
    { incidents: 2, linkedIncidents: 2 },
    { incidents: 1, linkedIncidents: 1 },
    { incidents: 1, linkedIncidents: 0 },
  ]);
  expect([await incidents("2024-06-30T00:00:00Z"), await incidents("2024-07-02T00:00:00Z")]).toEqual([seen[0], linked]);
});

test("a question with a day in an instant's place is refused", async () => {
  await expect(counts(viewers.supervisor, { from: "2024-01-01" })).rejects.toThrow(/datetime/i);
});
