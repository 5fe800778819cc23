import { testId } from "../../testing/testIds";
import { viewers } from "../../testing/testViewers";
import { oris, plainHeader, startCallFeed, type CallFeed } from "../calls/testing/callFeed";
import { importSubjects, type ImportSubjectsOptions } from "./importSubjects";
import type { SubjectPerson } from "./subjectRow";

let feed: CallFeed;

/** People's answer in this test: a record per key or name, numbered as they come. */
const recordOf = new Map<string, string>();
const register: ImportSubjectsOptions["register"] = (_agencyId, persons) =>
  Promise.resolve(persons.map((person) => recordIdOf(person)));

function recordIdOf({ key, given, family, birthDate }: SubjectPerson): string {
  const known = key ?? [given, family, birthDate].join();
  const id = recordOf.get(known) ?? testId(0x9000 + recordOf.size);
  recordOf.set(known, id);
  return id;
}

beforeAll(async () => {
  feed = await startCallFeed();
});
beforeEach(async () => {
  await feed.bring(`${plainHeader}\n24-1,2024-03-01 08:00,,EDP,,\n24-2,2024-03-02 08:00,,EDP,,24-9\n`);
});
afterEach(async () => {
  await feed.empty();
  recordOf.clear();
});
afterAll(() => feed.stop());

const header = "incident_number,role,family,given,middle,birth_date,record_key";

const attach = async (rows: readonly string[], options: Partial<ImportSubjectsOptions> = {}) =>
  await importSubjects(() => feed.slice.systemContext("import"), {
    path: feed.write("subjects.csv", [header, ...rows, ""].join("\n")),
    agency: oris.brooklynPark,
    register,
    ...options,
  });

const links = async (): Promise<readonly object[]> =>
  await feed.owner(`SELECT c.incident_number AS call, s.role, s.record_id AS record, s.position FROM call_subject s
    JOIN call_for_service c ON c.id = s.call_id ORDER BY 1, 4`);

const rows = [
  "24-1,CALLER,Testperson,Avery,,1980-02-29,K1",
  "24-1,subject,Testperson,Blake,,,",
  "24-2,SUBJECT,Testperson,Avery,,1980-02-29,K1",
];

test("persons are attached to the calls of an agency once, and other slices are told of those calls", async () => {
  expect((await attach(rows)).total).toMatchObject({ rowsIn: 3, loaded: 3, unchanged: 0, rejected: 0 });
  const attached = await links();
  expect(attached).toEqual([
    { call: "24-1", role: "CALLER", record: testId(0x9000), position: 1 },
    { call: "24-1", role: "SUBJECT", record: testId(0x9001), position: 2 },
    { call: "24-2", role: "SUBJECT", record: testId(0x9000), position: 1 },
  ]);
  const told = await feed.owner(
    "SELECT payload ->> 'incidentNumber' AS number, jsonb_array_length(payload -> 'subjects') AS persons FROM outbox ORDER BY 1",
  );
  expect(told).toEqual([
    { number: "24-1", persons: 2 },
    { number: "24-9", persons: 1 },
  ]);
  expect((await attach([...rows, ...rows])).total).toMatchObject({ rowsIn: 6, loaded: 0, unchanged: 6 });
  expect(await links()).toEqual(attached);
  expect(await feed.owner("SELECT FROM outbox")).toHaveLength(2);
  const audited = await feed.owner(
    "SELECT cardinality(record_ids) AS records FROM audit_entry WHERE action = 'importSubjects'",
  );
  expect(audited).toEqual([{ records: 2 }]);
});

test("a later person of a call follows those that are there; a link that staff have removed is not made again", async () => {
  await attach(rows.slice(0, 1));
  await feed.owner(
    `WITH removed AS (DELETE FROM call_subject RETURNING *)
     INSERT INTO call_subject_history (call_id, record_id, role, agency_id, linked_at, unlinked_at, unlinked_by)
     SELECT call_id, record_id, role, agency_id, linked_at, clock_timestamp(), $1 FROM removed`,
    [viewers.officer.id],
  );
  expect((await attach(rows)).total).toMatchObject({ loaded: 2, unchanged: 1 });
  expect(
    (await links()).map(({ call, role }: { readonly call?: string; readonly role?: string }) => [call, role]),
  ).toEqual([
    ["24-1", "SUBJECT"],
    ["24-2", "SUBJECT"],
  ]);
});

test("unknown incidents and rows that name nobody are rejected, and nobody is registered for them", async () => {
  const reportPath = feed.write("subjects.jsonl", "");
  const summary = await attach(
    [
      "24-3,CALLER,Testperson,Avery,,,",
      "24-1,WITNESS,Testperson,Avery,,,",
      "24-1,CALLER,,,,,K1",
      "24-1,CALLER,Testperson,Avery,,1980-02-30,",
      ",CALLER,Testperson,Avery,,,",
    ],
    { reportPath },
  );
  expect(summary.total).toMatchObject({ rowsIn: 5, loaded: 0, unchanged: 0, rejected: 5 });
  expect(summary.firstRejections.map(({ line, field, code }) => [line, field, code]).sort()).toEqual([
    [2, "incident_number", "UNKNOWN_INCIDENT"],
    [3, "role", "INVALID_ROLE"],
    [4, "family", "MISSING_VALUE"],
    [5, "birth_date", "INVALID_DATE"],
    [6, "incident_number", "MISSING_VALUE"],
  ]);
  expect(recordOf.size).toBe(0);
});

test("a dry run counts what it would attach, also of persons who would be made", async () => {
  const dry = await attach([...rows, ...rows], {
    dryRun: true,
    register: (_agency, persons) => Promise.resolve(persons.map(() => null)),
  });
  expect(dry).toMatchObject({ dryRun: true, total: { rowsIn: 6, loaded: 3, unchanged: 3 } });
  expect(await links()).toEqual([]);
});

test("another agency's calls are not found, and nobody but the hub itself imports", async () => {
  expect((await attach(rows, { agency: oris.bloomington })).total).toMatchObject({ loaded: 0, rejected: 3 });
  await expect(attach(rows, { agency: "MN0620000" })).rejects.toMatchObject({ kind: "UNKNOWN_OWNER" });
  const context = { ...feed.slice.systemContext("import"), viewer: { ...viewers.administrator, exp: 0 } };
  const options = { path: "none", agency: oris.brooklynPark, register };
  await expect(importSubjects(() => context, options)).rejects.toThrow(/Only the hub itself/);
});
