import { monitorEventLoopDelay, type IntervalHistogram } from "node:perf_hooks";

const resolutionMs = 10;
const windowMs = 1_000;

/** How long what arrives waits for the event loop. Read on demand: it has no timer of its own. */
export class LoopDelay {
  readonly #histogram: IntervalHistogram = monitorEventLoopDelay({ resolution: resolutionMs });
  #since = performance.now();
  #expectedMs = 0;

  constructor() {
    this.#histogram.enable();
  }

  /**
   * Milliseconds that a request which arrives at any moment of the last window waits on average. Most arrive in the long
   * turns: the mean of the turns themselves would hide those behind the many short ones.
   */
  expectedMs(): number {
    const now = performance.now();
    if (now - this.#since >= windowMs) {
      this.#expectedMs = expectedWaitMs(this.#histogram);
      this.#histogram.reset();
      this.#since = now;
    }
    return this.#expectedMs;
  }

  stop(): void {
    this.#histogram.disable();
  }
}

interface Turns {
  /** In nanoseconds, as the histogram has them. */
  readonly mean: number;
  readonly stddev: number;
}

/** E[d²] / 2E[d], the mean residual time of a renewal process, less the interval at which an idle loop is measured. */
export function expectedWaitMs({ mean, stddev }: Turns): number {
  if (!(mean > 0)) return 0;
  const spread = Number.isFinite(stddev) ? stddev : 0;
  return Math.max(0, (spread ** 2 + mean ** 2) / (2 * mean) / 1e6 - resolutionMs / 2);
}
