import { testViewerKey, type TestSlice } from "@corespond/kit/testing";
import { signViewer, type ViewerClaims } from "@corespond/kit";
import { Client } from "pg";

import { insertCalls } from "../testing/insertCalls";
import { startAgencies } from "../testing/startAgencies";
import { agencies, codeSets, records, staff } from "../testing/testIds";
import { viewers } from "../testing/testViewers";

let slice: TestSlice;
let app: Client;

beforeAll(async () => {
  slice = await startAgencies();
  await insertCalls(slice, { agencyId: agencies.brooklynPark, count: 2, recordIds: [records.resident] });
  await slice.owner("INSERT INTO call_replacement VALUES ($1, '24-1', '24-2')", [agencies.brooklynPark]);
  app = new Client({ connectionString: slice.database.appUrl });
  await app.connect();
});

afterAll(async () => {
  await app.end();
  await slice.stop();
});

/** Runs SQL as `agencies_app` with a text in the viewer's place; everything is rolled back. */
const as = async (viewer: string, sql: string): Promise<readonly unknown[]> => {
  await app.query("BEGIN");
  try {
    await app.query("SELECT set_config('corespond.viewer', $1, true)", [viewer]);
    return (await app.query(sql)).rows as unknown[];
  } finally {
    await app.query("ROLLBACK");
  }
};

const forged = (viewer: ViewerClaims): string =>
  signViewer(viewer, "agencies/graph", "a key that the gateway does not have");
const closed = [
  "call_for_service",
  "call_subject",
  "staff_member",
  "assignment",
  "issuer",
  "staff_login",
  "call_replacement",
];

describe.each([
  ["no viewer", ""],
  ["a text that is no viewer", "agencies/graph.e30.e30"],
  ["a viewer that the gateway did not sign", forged(viewers.officer)],
  ["the hub itself, forged", forged(viewers.system)],
])("with %s", (_name, viewer) => {
  test.each(closed)("no row of %s is read", async (table) => {
    expect(await as(viewer, `SELECT * FROM ${table}`)).toEqual([]);
  });

  test("nothing is written", async () => {
    const agency = `INSERT INTO agency (id, name, kind) VALUES ('${staff.machine}', 'Forged', 'OTHER')`;
    const call = `INSERT INTO call_for_service (id, agency_id, incident_number, received_at) VALUES (gen_random_uuid(), '${agencies.brooklynPark}', '1', now())`;
    const login = `INSERT INTO staff_login VALUES ('http://127.0.0.1:4000/demo', 'forged', '${staff.supervisor}')`;
    const assignment = `INSERT INTO assignment VALUES (gen_random_uuid(), '${staff.newWorker}', '${agencies.bloomington}', 1, '2030-01-01')`;
    for (const sql of [agency, call, login, assignment])
      await expect(as(viewer, sql)).rejects.toThrow(/row-level security/);
    expect(await as(viewer, "UPDATE agency SET name = 'Forged' RETURNING id")).toEqual([]);
    expect(await as(viewer, "DELETE FROM program_membership RETURNING id")).toEqual([]);
  });
});

test("public data needs no viewer", async () => {
  expect(await as("", "SELECT count(*)::int AS n FROM agency")).toEqual([{ n: 7 }]);
  expect(await as("", "SELECT count(*)::int AS n FROM program_membership")).toEqual([{ n: 5 }]);
});

test("no call is removed, no history is changed, and none of the audit is read by the running slice", async () => {
  for (const sql of [
    "DELETE FROM call_for_service",
    "UPDATE call_history SET beat = ''",
    "DELETE FROM call_subject_history",
    "TRUNCATE call_for_service",
    "DELETE FROM audit_entry",
    "UPDATE audit_entry SET action = ''",
  ]) {
    await expect(as("", sql)).rejects.toThrow(/permission denied|must be owner/);
  }
  expect(await as("", "SELECT * FROM audit_entry")).toEqual([]);
});

test("nobody but the hub itself corrects a call", async () => {
  for (const viewer of [viewers.officer, viewers.dispatcher, viewers.supervisor])
    expect(
      await as(
        signViewer(viewer, "agencies/graph", testViewerKey),
        "UPDATE call_for_service SET beat = '' RETURNING id",
      ),
    ).toEqual([]);
});

test("nobody but the hub itself reads or writes which incident replaced which", async () => {
  const [all, none] = ["SELECT FROM call_replacement", "DELETE FROM call_replacement RETURNING replaced_by"];
  const one = `INSERT INTO call_replacement VALUES ('${agencies.brooklynPark}', '24-3', '24-4') RETURNING replaced_by`;
  for (const viewer of Object.values(viewers).filter(({ role }) => role !== viewers.system.role)) {
    expect(await as(signed(viewer), all)).toEqual([]);
    expect(await as(signed(viewer), none)).toEqual([]);
    await expect(as(signed(viewer), one)).rejects.toThrow(/row-level security/);
  }
  for (const sql of [all, none, one]) expect(await as(signed(viewers.system), sql)).toHaveLength(1);
});

const signed = (viewer: ViewerClaims): string => signViewer(viewer, "agencies/graph", testViewerKey);

const link = (agencyId: string): string =>
  `INSERT INTO call_subject (call_id, agency_id, record_id, role, position)
   SELECT id, agency_id, '${records.neighbour}', 'CALLER', 9 FROM call_for_service WHERE agency_id = '${agencyId}'
   RETURNING call_id`;
const unlink = "DELETE FROM call_subject RETURNING call_id";

test.each(["officer", "dispatcher", "socialWorker", "supervisor"] as const)(
  "the %s links calls, of agencies whose calls they see or record, and no other's",
  async (name) => {
    expect(await as(signed(viewers[name]), link(agencies.brooklynPark))).toHaveLength(2);
    expect(await as(signed(viewers[name]), unlink)).toHaveLength(2);
    const elsewhere = signed({ ...viewers[name], agencyId: agencies.bloomington, serves: [agencies.bloomington] });
    expect(await as(elsewhere, link(agencies.brooklynPark))).toEqual([]);
    expect(await as(elsewhere, unlink)).toEqual([]);
  },
);

const foreign = (call: string): readonly string[] => [
  `INSERT INTO call_subject (call_id, agency_id, record_id, role, position) VALUES ('${call}', '${agencies.brooklynPark}', '${records.neighbour}', 'CALLER', 9)`,
  `INSERT INTO call_subject_history VALUES ('${call}', '${records.neighbour}', 'CALLER', '${agencies.brooklynPark}', '2024-01-01', '2024-01-02')`,
];

test.each(["privacyOfficer", "analyst", "administrator", "provider", "machine", "anonymous"] as const)(
  "the %s links no call, though the privacy officer sees them",
  async (name) => {
    const [call] = await slice.owner<{ id: string }>("SELECT id FROM call_for_service LIMIT 1");
    for (const sql of foreign(call?.id ?? ""))
      await expect(as(signed(viewers[name]), sql)).rejects.toThrow(/row-level security/);
    expect(await as(signed(viewers[name]), unlink)).toEqual([]);
  },
);

test("who links calls of some agencies writes none of another's, whatever they know", async () => {
  const [call] = await slice.owner<{ id: string }>("SELECT id FROM call_for_service LIMIT 1");
  const elsewhere = { agencyId: agencies.bloomington, serves: [agencies.bloomington] };
  for (const name of ["officer", "dispatcher", "socialWorker", "supervisor"] as const) {
    for (const sql of foreign(call?.id ?? ""))
      await expect(as(signed({ ...viewers[name], ...elsewhere }), sql)).rejects.toThrow(/row-level security/);
  }
});

test("who works with residents records no call", async () => {
  const call = `INSERT INTO call_for_service (id, agency_id, incident_number, received_at) VALUES (gen_random_uuid(), '${agencies.brooklynPark}', '1', now())`;
  for (const viewer of [viewers.socialWorker, viewers.supervisor, viewers.privacyOfficer])
    await expect(as(signed(viewer), call)).rejects.toThrow(/row-level security/);
});

describe.each([
  ["call_counts", `ARRAY['${agencies.brooklynPark}', '${agencies.hopkins}']::uuid[], '${codeSets.older}'`, ""],
  ["repeat_caller_totals", `'${agencies.brooklynPark}', '${codeSets.older}'`, ", 2"],
])("%s", (name, whose, threshold) => {
  const counted = async (viewer: string): Promise<number> => {
    const sql = `SELECT coalesce(sum(incidents), 0)::integer AS n FROM ${name}(${whose}, '2024-01-01', '2025-01-01', now()${threshold})`;
    return (await as(viewer, sql)).map((row) => (row as { readonly n: number }).n).reduce((sum, n) => sum + n, 0);
  };

  test.each([
    ["supervisor", 2],
    ["analyst", 2],
    ["privacyOfficer", 2],
    ["socialWorker", 2],
    ["officer", 0],
    ["dispatcher", 0],
    ["administrator", 0],
    ["provider", 0],
    ["machine", 0],
    ["anonymous", 0],
  ] as const)("as the %s counts %i", async (role, expected) => {
    expect(await counted(signed(viewers[role]))).toBe(expected);
    expect(await counted(signed({ ...viewers[role], serves: [agencies.bloomington] }))).toBe(0);
    expect(await counted(forged(viewers[role]))).toBe(0);
  });
});

test("every table of the slice is held by row-level security, forced, or is the foundation's", async () => {
  const loose = await slice.owner<{ relname: string }>(
    "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND NOT (relrowsecurity AND relforcerowsecurity) ORDER BY 1",
  );
  expect(loose.map(({ relname }) => relname)).toEqual(["idempotency", "inbox", "migration", "outbox"]);
});
