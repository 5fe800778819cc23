import type { SliceTransport } from "../slices/sliceTransport";
import type { FetchOutcome, GraphMetrics } from "./graphMetrics";

/** A transport whose requests are timed. What its caller gave up is told apart, for it says nothing of the slice. */
export function measuredTransport(metrics: GraphMetrics, slice: string, transport: SliceTransport): SliceTransport {
  return {
    async send(request, by, signal) {
      const startedAt = performance.now();
      const ended = (outcome: FetchOutcome): void =>
        metrics.fetched(slice, outcome, (performance.now() - startedAt) / 1_000);
      try {
        const answer = await transport.send(request, by, signal);
        ended("answered");
        return answer;
      } catch (error) {
        ended(signal?.aborted === true ? "abandoned" : "failed");
        throw error;
      }
    },
    close: () => transport.close(),
  };
}
