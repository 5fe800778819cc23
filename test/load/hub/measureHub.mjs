import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { Agent, request } from "node:http";
import { once } from "node:events";
import { tmpdir } from "node:os";
import path from "node:path";

import { readSecrets, signLocalToken, slices, startHub } from "@corespond/hub";

import { median } from "../gateway/quantile.mjs";
import { BareSql } from "./bareSql.mjs";
import { growCounty } from "./growCounty.mjs";
import { recordTrips } from "./recordTrips.mjs";

const { firstQuery } = createRequire(import.meta.url)("../../../hub/dist/start/firstQuery.js");

const accounts = ["officer", "social-worker"];
const body = JSON.stringify({ query: firstQuery });

/**
 * Asks a hub the README's first query, and compares what a caller waits for with the sum of the query's own SQL statements
 * when `pg` alone sends them; then how much longer it takes beside many more persons. Medians, in milliseconds.
 */
export async function measureHub({ from, to, rounds, say }) {
  const dataFolder = await mkdtemp(path.join(tmpdir(), "corespond-bench-"));
  const silent = { step: () => undefined, demonstration: () => undefined };
  const config = { dataFolder, port: 0, logLevel: "silent", production: false };
  const hub = await startHub({ ...config, issuers: [], corsOrigins: [], external: {} }, silent);
  const callers = await callersOf(hub, dataFolder);
  try {
    await growCounty(hub.databases.access, { from: 0, to: from, say });
    const small = await medians(callers, rounds);
    await growCounty(hub.databases.access, { from, to, say });
    const large = await medians(callers, rounds);
    const grown = accounts.map((account) => large[account].p50 / small[account].p50);
    return {
      p50RatioToSql: Math.max(...accounts.map((account) => small[account].ratioToSql)),
      growth: {
        ...{ fromPersons: from, toPersons: to },
        from: sum(accounts.map((account) => small[account].p50)),
        to: sum(accounts.map((account) => large[account].p50)),
        ratio: Number(Math.max(...grown).toFixed(2)),
      },
      accounts: { small, large },
    };
  } finally {
    callers.agent.destroy();
    await hub.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

const sum = (values) => Number(values.reduce((all, value) => all + value, 0).toFixed(2));

/** Each account's way to ask: one kept-alive connection, and an id by which its statements are known. */
async function callersOf({ port }, dataFolder) {
  const names = slices.map(({ name }) => name);
  const { issuerKey } = await readSecrets(dataFolder, names);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = async (token, requestId) => {
    const headers = { "content-type": "application/json", authorization: `Bearer ${token}`, "x-request-id": requestId };
    const asked = request({ ...{ host: "127.0.0.1", port, path: "/graphql", method: "POST" }, headers, agent });
    const [response] = await once(asked.end(body), "response");
    const { data, errors } = JSON.parse(Buffer.concat(await response.toArray()).toString());
    if (errors || data.referrals.edges.length === 0)
      throw new Error(`Not an answer: ${JSON.stringify(errors ?? data)}`);
  };
  const tokens = await Promise.all(accounts.map((account) => signLocalToken(issuerKey, account)));
  return { agent, all: accounts.map((account, index) => [account, (id) => ask(tokens[index].token, id)]) };
}

/** Rounds whose code is not yet as fast as it gets. */
const warmUp = 30;

/** Each round asks, and then sends what was sent for it once more: a viewer's token is good for less than a minute. */
async function medians({ all }, rounds) {
  const bare = new BareSql();
  const measured = {};
  try {
    for (const [account, ask] of all) {
      const times = { whole: [], sql: [] };
      for (let round = 0; round < rounds + Math.min(warmUp, rounds); round += 1) {
        const requestId = randomUUID();
        let whole = 0;
        const trips = await recordTrips(async () => {
          const startedAt = performance.now();
          await ask(requestId);
          whole = performance.now() - startedAt;
        });
        const mine = trips.filter((trip) => trip.requestId === requestId);
        const sql = sum(await bare.replay(mine));
        if (round < Math.min(warmUp, rounds)) continue;
        times.whole.push(whole);
        times.sql.push(sql);
        measured[account] = { statements: mine.reduce((count, { statements }) => count + statements.length - 3, 0) };
      }
      const [p50, sqlP50] = [median(times.whole), median(times.sql)];
      Object.assign(measured[account], { p50: sum([p50]), sqlP50: sum([sqlP50]), ratioToSql: sum([p50 / sqlP50]) });
    }
  } finally {
    await bare.close();
  }
  return measured;
}
