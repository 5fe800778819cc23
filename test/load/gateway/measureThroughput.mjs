import { deepEqual } from "node:assert/strict";

import { benchmarkQuery } from "./benchmarkGraph.mjs";
import { median, quantile } from "./quantile.mjs";

const body = JSON.stringify({ query: benchmarkQuery });

/** Nothing is measured before a gateway's code is as fast as it gets. */
const warmUpSeconds = 3;

/** Has each gateway answer the benchmark's query, several rounds in turns, and tells what an answer cost and took. */
export async function measureThroughput(bench, { seconds, rounds, connections, say }) {
  const { gateways } = bench;
  await sameAnswers(gateways);
  const measured = new Map(gateways.map(({ name }) => [name, []]));
  for (const gateway of gateways) {
    say(`Warming ${gateway.name} …`);
    await round(bench, gateway, { connections, seconds: Math.min(seconds, warmUpSeconds) });
  }
  for (let turn = 1; turn <= rounds; turn += 1)
    for (const gateway of gateways) {
      const figures = await round(bench, gateway, { connections, seconds });
      say(`Round ${turn}: ${gateway.name} answers ${Math.round(figures.rps)} a second`);
      measured.get(gateway.name).push(figures);
    }
  const peaks = new Map();
  for (const { name, process } of gateways) peaks.set(name, await process.memoryMB());
  return {
    runs: Object.fromEntries([...measured].map(([name, figures]) => [name, summary(figures, peaks.get(name))])),
    ratios: ratiosOf(measured, ({ rps }) => rps),
    // What a machine does beside the benchmark changes how many are answered in a second, and hardly what one costs.
    cpuRatios: ratiosOf(measured, ({ cpuMsPerRequest }) => 1 / cpuMsPerRequest),
  };
}

/** Every gateway gives the same data and no errors, or nothing is compared. */
async function sameAnswers(gateways) {
  let first;
  for (const gateway of gateways) {
    const { data, errors = [] } = await gateway.ask(body);
    deepEqual(errors, [], `${gateway.name} answers with errors`);
    first ??= data;
    deepEqual(data, first, `${gateway.name} answers other data than ${gateways[0].name}`);
  }
}

async function round({ slices, load }, { name, port, process }, { connections, seconds }) {
  const parties = { gateway: process, slices, load };
  const before = await costs(parties);
  const { latencies, odd, ms } = await load.ask({ port, body, connections, seconds });
  const after = await costs(parties);
  if (odd > 0) throw new Error(`${name}: ${odd} of ${latencies.length} answers were not like the first`);
  const share = (party) => (after[party] - before[party]) / ms;
  return {
    latencies,
    rps: (latencies.length * 1000) / ms,
    cpuMsPerRequest: (after.gateway - before.gateway) / latencies.length,
    sliceRequests: (after.requests - before.requests) / latencies.length,
    shares: { gateway: share("gateway"), slices: share("slices"), load: share("load") },
  };
}

async function costs({ gateway, slices, load }) {
  const { requests } = await slices.ask({});
  return { gateway: await gateway.cpuMs(), slices: await slices.cpuMs(), load: await load.cpuMs(), requests };
}

/** A core is taken as full from this share on: the kernel's own work is not counted to anybody. */
const full = 0.9;

function summary(figures, peakMB) {
  const latencies = figures.flatMap(({ latencies: each }) => each).sort((a, b) => a - b);
  const of = (read, digits) => Number(median(figures.map(read)).toFixed(digits));
  const gatewayShare = of(({ shares }) => shares.gateway, 2);
  const restShare = of(({ shares }) => shares.slices + shares.load, 2);
  return {
    rps: of(({ rps }) => rps, 1),
    p50: Number(quantile(latencies, 0.5).toFixed(2)),
    p99: Number(quantile(latencies, 0.99).toFixed(2)),
    cpuMsPerRequest: of(({ cpuMsPerRequest }) => cpuMsPerRequest, 3),
    peakMB,
    sliceRequestsPerOperation: of(({ sliceRequests }) => sliceRequests, 2),
    coreShares: { gateway: gatewayShare, slicesAndLoad: restShare },
    boundBy: gatewayShare >= full ? "gateway" : restShare >= full ? "slicesAndLoad" : "machine",
  };
}

const comparisons = {
  stock: ["ours", "stock"],
  hiveRust: ["ours", "hiveRust"],
  hiveRustShared: ["oursShared", "hiveRustShared"],
};

/** How many times the other's figure ours is: the median of the rounds, in each of which the two ran one after the other. */
function ratiosOf(measured, read) {
  const compared = Object.entries(comparisons).filter(([, pair]) => pair.every((name) => measured.has(name)));
  return Object.fromEntries(
    compared.map(([name, pair]) => {
      const [ours, theirs] = pair.map((each) => measured.get(each).map(read));
      return [name, Number(median(ours.map((figure, turn) => figure / theirs[turn])).toFixed(2))];
    }),
  );
}
