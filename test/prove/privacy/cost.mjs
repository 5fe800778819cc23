import { ReadAudit } from "@corespond/kit";

import { listQuery, workReferrals } from "../statementsPerQuery.mjs";
import { statementsOf } from "./openWorld.mjs";

/**
 * What protection costs: the throughput of the list query over four slices with everything on, against the same with
 * row-level security and the audit off, in turns on the same hub.
 */
export async function cost(world, { referrals, requests, rounds }) {
  await workReferrals(world.ask, referrals);
  const once = async () => {
    const { errors } = await world.ask("supervisor", listQuery);
    if (errors) throw new Error(JSON.stringify(errors));
  };
  const on = [];
  const off = [];
  await once();
  const statementsOn = (await statementsOf(once)).length;
  let statementsOff = 0;
  for (let round = 0; round < rounds; round += 1) {
    on.push(await throughput(once, requests));
    const protect = await unprotected(world);
    try {
      await once();
      statementsOff = (await statementsOf(once)).length;
      off.push(await throughput(once, requests));
    } finally {
      await protect();
    }
  }
  return {
    throughputRatio: Number((median(on) / median(off)).toFixed(3)),
    sqlStatementsOff: statementsOff,
    sqlStatementsOn: statementsOn,
  };
}

/** Requests per second, four at a time. */
async function throughput(once, requests) {
  const started = performance.now();
  let left = requests;
  const work = async () => {
    while (left-- > 0) await once();
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return requests / ((performance.now() - started) / 1000);
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Takes row-level security and the audit of reads away; resolves with what brings them back. */
async function unprotected(world) {
  const { facts } = ReadAudit.prototype;
  const protectedTables = await Promise.all(
    Object.keys(world.access).map(async (slice) => ({
      slice,
      tables: await world.owner(slice, "SELECT oid::regclass::text AS name FROM pg_class WHERE relforcerowsecurity"),
    })),
  );
  const each = async (commands) => {
    for (const { slice, tables } of protectedTables)
      for (const { name } of tables) await world.owner(slice, `ALTER TABLE ${name} ${commands}`);
  };
  ReadAudit.prototype.facts = () => null;
  await each("DISABLE ROW LEVEL SECURITY");
  return async () => {
    ReadAudit.prototype.facts = facts;
    await each("ENABLE ROW LEVEL SECURITY");
  };
}
