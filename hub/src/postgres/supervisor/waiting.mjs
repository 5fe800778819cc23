import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";

const pauseMs = 15;

/** Asks again and again until the answer is truthy, and returns it; undefined when `limitMs` have passed first. */
export async function until(ask, limitMs = Infinity) {
  const end = performance.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) return undefined;
    await delay(pauseMs);
  }
}
