import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";

import pg from "pg";

import { ensureSliceDatabase } from "../../hub/src/postgres/ensureSliceDatabase.cjs";
import launcher from "../../hub/src/postgres/launchSupervisor.cjs";

const require = createRequire(import.meta.url);
const kit = require("@corespond/kit");
const { peopleSlice } = require("../../services/people/dist/index.js");

const viewerKey = "a key for measurements that signs viewers";
const rowsAtOnce = 100_000;
const singleRows = 2_000;
const connections = 8;

/** One person in twenty accesses; every thousandth access is one to the person whom everybody looks at. */
const fillSql = `
  INSERT INTO audit_entry (id, recorded_at, request_id, viewer_id, viewer_role, agency_id, client, purpose, operation,
    action, subjects, record_ids, fields, basis, withheld)
  SELECT gen_random_uuid(), now() - interval '365 days' * (1 - n::float8 / $2), 'request-' || n,
    md5('viewer' || n % 500)::uuid, 'OFFICER', md5('agency' || n % 40)::uuid, 'console', 'COC', 'personCard', 'READ',
    jsonb_build_object('Person', jsonb_build_array(md5('record' || n % $3)::uuid)),
    CASE WHEN n % 1000 = 0 THEN ARRAY[md5('hot')::uuid] ELSE ARRAY[md5('record' || n % $3)::uuid] END,
    '{Person.names,Person.birthDate,Person.addresses}', '{OWN_AGENCY}', '{Person.safeContact}'
  FROM generate_series($1::bigint, $1::bigint + $4::bigint - 1) n`;

/** Fills an audit and measures what is done with it. */
export async function measureAudit({ rows, say }) {
  return await withFilledAudit({ rows, say }, async (slice) => {
    say("Rows one by one …");
    const insertPerSecond = await insertSingly(slice);
    say("Who saw …");
    const whoSawMs = await whoSaw(slice);
    say("Sealing …");
    const contextOf = () => slice.systemContext("audit");
    const sealRowsPerSecond = await rowsPerSecond(kit.sealAudit(contextOf));
    say("Verifying …");
    let faults = 0;
    const verifyRowsPerSecond = await rowsPerSecond(kit.verifyAudit(contextOf), (block) => {
      faults += block.faults.length;
    });
    return { rows: rows + singleRows, whoSawMs, insertPerSecond, sealRowsPerSecond, verifyRowsPerSecond, faults };
  });
}

/** Fills an audit and measures who saw whom among its rows, and nothing else. */
export async function measureWhoSaw({ rows, say }) {
  return await withFilledAudit({ rows, say }, async (slice) => ({ rows, whoSawMs: await whoSaw(slice) }));
}

/** Opens a slice on a server of its own, its audit filled with that many rows, for as long as `use` runs. */
async function withFilledAudit({ rows, say }, use) {
  const folder = await mkdtemp(path.join(tmpdir(), "corespond-audit-"));
  const server = await launcher.launchSupervisor({ dataFolder: path.join(folder, "postgres") });
  const { ownerUrl, appUrl } = await ensureSliceDatabase(server, "people");
  await kit.migrate({ ...peopleSlice, slice: "people", ownerUrl, appRole: "people_app", viewerKey });
  const slice = await kit.startSlice(peopleSlice, {
    appUrl,
    viewerKey,
    log: kit.createLog({ name: "people", level: "error" }),
    portTransport: () => Promise.reject(new Error("A measurement asks no other slice.")),
  });
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    say(`${rows} rows …`);
    await fill(owner, rows);
    return await use(slice);
  } finally {
    await owner.end();
    await slice.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(owner, rows) {
  const persons = Math.max(1, Math.round(rows / 20));
  for (let first = 1; first <= rows; first += rowsAtOnce)
    await owner.query(fillSql, [first, rows, persons, Math.min(rowsAtOnce, rows - first + 1)]);
  await owner.query("VACUUM ANALYZE audit_entry");
}

function viewerContext(slice, role) {
  const claims = {
    ...kit.systemViewer("measurement", "measurement-1"),
    ...{ id: "018f0000-0000-7000-8000-000000000001", role, purpose: "HOPERAT" },
  };
  return slice.context(
    { ...kit.proven(kit.delegate(claims, "people/graph", viewerKey), "measured"), delegations: {} },
    "graph",
    "measured",
  );
}

async function insertSingly(slice) {
  const startedAt = performance.now();
  const facts = { action: "READ", subjects: {}, recordIds: [], fields: ["Person.names"], basis: [], withheld: [] };
  const one = async () => {
    for (let row = 0; row < singleRows / connections; row += 1)
      await kit.writeAudit(viewerContext(slice, kit.Role.OFFICER), [facts]);
  };
  await Promise.all(Array.from({ length: connections }, one));
  return Math.round((singleRows / (performance.now() - startedAt)) * 1000);
}

async function whoSaw(slice) {
  const { rows } = await slice.database.copyPool.query(
    "SELECT md5('hot')::uuid AS id UNION ALL SELECT md5('record' || n * 7)::uuid FROM generate_series(1, 19) n",
  );
  let slowest = 0;
  for (const { id } of rows) {
    const context = viewerContext(slice, kit.Role.PRIVACY_OFFICER);
    kit.grantAudited(context, [id]);
    const from = new Date(Date.now() - 60 * 86_400_000).toISOString();
    const to = new Date(Date.now() - 30 * 86_400_000).toISOString();
    const startedAt = performance.now();
    const page = { size: 100, forward: true, after: null, before: null };
    await kit.auditPage(context, { recordIds: [id], from, to }, page);
    await kit.auditCount(context, { recordIds: [id], from, to });
    slowest = Math.max(slowest, performance.now() - startedAt);
  }
  return Math.round(slowest);
}

async function rowsPerSecond(blocks, note = () => undefined) {
  const startedAt = performance.now();
  let rows = 0;
  for await (const block of blocks) {
    rows += block.rows;
    note(block);
  }
  return Math.round((rows / (performance.now() - startedAt)) * 1000);
}
