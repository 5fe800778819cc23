import { setTimeout as pause } from "node:timers/promises";

/**
 * Asks until told to stop, one request after the other from each of so many clients, which pause between two: what is
 * measured is how long an answer takes, not how many a machine can give. Resolves with what each request became.
 */
export async function traffic({ clients, pauseMs, nextRequest, until }) {
  const outcomes = [];
  const client = async (number) => {
    for (let turn = 0; !until.aborted; turn += 1) {
      outcomes.push(await nextRequest(number, turn));
      await pause(pauseMs);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  return outcomes;
}

/** Asks the gateway once, and waits no longer than `patienceMs`; `hung` says that it did, in vain. */
export async function askOnce(url, query, { patienceMs, leaveAfterMs } = {}) {
  const startedAt = performance.now();
  const patience = AbortSignal.timeout(leaveAfterMs ?? patienceMs);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
      signal: patience,
    });
    const { data, errors = [] } = await response.json();
    return { ms: performance.now() - startedAt, status: response.status, data, errors, hung: false };
  } catch (error) {
    const hung = patience.aborted && leaveAfterMs === undefined;
    return { ms: performance.now() - startedAt, status: 0, errors: [], failed: String(error), hung };
  }
}
