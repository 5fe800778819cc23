import { HttpProblem } from "./httpProblem";
import { LoopDelay } from "./loopDelay";

/** How much a server takes on before it sends requests away. */
export interface LoadLimits {
  /** Requests under way at once, those whose answer is still being sent included. */
  readonly inFlight: number;
  /** Milliseconds that a request may wait, on average of the last second, before the process even looks at it. */
  readonly loopDelayMs: number;
}

/** Fewer requests than these are taken whatever the delay: they would not be what causes it. */
const neverTooMany = 16;

/** Seconds after which to come again: not the same for all, or all would come at once (RFC 9110, section 10.2.3). */
const retryAfter = (): string => String(1 + Math.floor(Math.random() * 3));

/** Sends requests away while there are more than a server can answer: a quick no leaves time for the others' yes. */
export class LoadShedder {
  readonly #limits: LoadLimits;
  readonly #delay = new LoopDelay();

  constructor(limits: LoadLimits) {
    this.#limits = limits;
  }

  /** Why the next request is refused, where it is. `inFlight` counts it already. */
  refusal(inFlight: number): HttpProblem | undefined {
    const { inFlight: most, loopDelayMs } = this.#limits;
    const tooMany = inFlight > most;
    const tooSlow = !tooMany && inFlight > neverTooMany && this.#delay.expectedMs() > loopDelayMs;
    if (!tooMany && !tooSlow) return undefined;
    return new HttpProblem({
      status: 503,
      code: "SERVICE_UNAVAILABLE",
      message: "This server has as many requests as it can answer; send the request again later.",
      headers: { "retry-after": retryAfter() },
    });
  }

  stop(): void {
    this.#delay.stop();
  }
}
