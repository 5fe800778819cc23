import type { SliceTransport } from "./sliceTransport";

/** Whether a slice answered when it was last asked; nulls where it was not asked yet. */
export interface SliceState {
  readonly answered: boolean | null;
  /** RFC 3339. */
  readonly at: string | null;
}

interface LastAnswer {
  readonly answered: boolean;
  readonly atMs: number;
}

/** Knows which slices answered last, from the traffic itself: nobody is asked for the sake of knowing. */
export class SliceHealth {
  readonly #last = new Map<string, LastAnswer>();

  /** A transport whose answers are remembered. What its caller gave up says nothing of the slice. */
  watched(slice: string, transport: SliceTransport): SliceTransport {
    return {
      send: async (request, by, signal) => {
        try {
          const answer = await transport.send(request, by, signal);
          this.#last.set(slice, { answered: true, atMs: Date.now() });
          return answer;
        } catch (error) {
          if (signal?.aborted !== true) this.#last.set(slice, { answered: false, atMs: Date.now() });
          throw error;
        }
      },
      close: () => transport.close(),
    };
  }

  /** The state of each of these slices, by name. */
  states(slices: readonly string[]): Readonly<Record<string, SliceState>> {
    return Object.fromEntries(slices.map((slice) => [slice, this.#state(slice)]));
  }

  #state(slice: string): SliceState {
    const last = this.#last.get(slice);
    return last ? { answered: last.answered, at: new Date(last.atMs).toISOString() } : { answered: null, at: null };
  }
}
