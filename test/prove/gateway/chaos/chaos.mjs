import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

import { sliceLimits, startChaosGateway } from "./chaosGateway.mjs";
import { chaosSupergraph } from "./chaosSupergraph.mjs";
import { faultNames } from "./faults.mjs";
import { askOnce, traffic } from "./traffic.mjs";

const goodQuery = "{ good { id name } }";

/** What a client is told of a slice that gave no result, one that does not fit the schema, or only errors. */
const faultCodes = ["SLICE_UNAVAILABLE", "INVALID_SLICE_ANSWER", "DOWNSTREAM_SERVICE_ERROR"];

/** Beyond a slice's time limit, what a loaded machine needs. */
const patienceMs = sliceLimits.timeoutMs + 8_000;

const warmSeconds = 2;

/** How long the slices may take to be asked again once they are well. */
const recoveryMs = 15_000;

/**
 * Lets slices fail in every way for so many seconds while good traffic runs, and counts: faults that slices answered with,
 * requests that were not answered in time, how much longer good requests took than alone (at the median), and the gateway's
 * peak memory. `problems` says what should not have been. `root` is the
 * repository.
 */
export async function chaos({ seconds, root }) {
  const slices = fork(path.join(root, "test/prove/gateway/chaos/faultySlices.mjs"));
  const [{ port }] = await once(slices, "message");
  const gateway = await startChaosGateway(root, chaosSupergraph(`http://127.0.0.1:${port}`));
  try {
    const calm = await calmTraffic(gateway.url, Math.max(1, seconds / 4));
    slices.send("fail");
    const [good, bad] = await Promise.all([goodTraffic(gateway.url, seconds), faultTraffic(gateway.url, seconds)]);
    const count = await countOf(slices);
    slices.send("heal");
    const ill = await illYet(gateway.url);
    const { peakMB, complaint } = await gateway.stop();
    return {
      faults: count,
      hung: [...good, ...bad].filter(({ hung }) => hung).length,
      goodLatencyRatio: Number((median(good) / median(calm)).toFixed(2)),
      peakMemoryMB: peakMB,
      problems: [
        ...[...calm, ...good].flatMap(wrongGood),
        ...bad.flatMap(wrongBad),
        ...ill.map((name) => `${name} is well, and was not asked again`),
        ...(complaint === "" ? [] : [`the gateway said: ${complaint.slice(0, 2_000)}`]),
      ].slice(0, 20),
    };
  } finally {
    slices.kill();
    await gateway.stop().catch(() => undefined);
  }
}

/** Good traffic alone, after all that will be asked was asked while every slice is well: it is planned and warm. */
async function calmTraffic(url, seconds) {
  await Promise.all([goodTraffic(url, warmSeconds), faultTraffic(url, warmSeconds)]);
  return await goodTraffic(url, seconds);
}

async function countOf(slices) {
  const answered = once(slices, "message");
  slices.send("count");
  const [{ count }] = await answered;
  return count;
}

const goodTraffic = (url, seconds) =>
  traffic({
    clients: 4,
    pauseMs: 20,
    until: AbortSignal.timeout(seconds * 1_000),
    nextRequest: () => askOnce(url, goodQuery, { patienceMs }),
  });

/** Asks each fault in turn: at the root, of each good thing, and with a client that soon leaves. */
function faultTraffic(url, seconds) {
  return traffic({
    clients: 2 * faultNames.length,
    pauseMs: 100,
    until: AbortSignal.timeout(seconds * 1_000),
    async nextRequest(client, turn) {
      const fault = faultNames[client % faultNames.length];
      const query = turn % 2 === 0 ? `{ good { id } ${fault} }` : `{ good { id ${fault} } }`;
      const leaving = turn % 5 === 4;
      const outcome = await askOnce(url, query, leaving ? { leaveAfterMs: 20 } : { patienceMs });
      return { ...outcome, fault, leaving };
    },
  });
}

/** A good request is answered whole, whatever happens beside it. */
function wrongGood({ status, data, errors, failed }) {
  if (status === 200 && data?.good?.length === 50 && errors.length === 0) return [];
  return [`a good request was answered ${status}: ${failed ?? JSON.stringify(errors).slice(0, 300)}`];
}

/** A request that a fault touches gets all that is good, and errors of the catalogue. */
function wrongBad({ status, data, errors, failed, fault, leaving }) {
  if (leaving) return [];
  const codes = new Set(errors.map(({ extensions }) => extensions?.code));
  const told = codes.size > 0 && [...codes].every((code) => faultCodes.includes(code));
  if (status === 200 && data?.good?.length === 50 && told) return [];
  return [`${fault} was answered ${status}: ${failed ?? JSON.stringify(errors).slice(0, 300)}`];
}

/** The faulty slices that are not asked again although they are well. */
async function illYet(url) {
  const deadline = performance.now() + recoveryMs;
  let ill = [...faultNames];
  while (ill.length > 0 && performance.now() < deadline) {
    const outcomes = await Promise.all(ill.map((name) => askOnce(url, `{ ${name} }`, { patienceMs })));
    ill = ill.filter((name, index) => outcomes[index].data?.[name] !== "well");
  }
  return ill;
}

function median(outcomes) {
  const times = outcomes.map(({ ms }) => ms).sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? Number.NaN;
}
