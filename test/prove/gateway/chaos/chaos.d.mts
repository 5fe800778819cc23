/** What the chaos came to. */
export interface ChaosOutcome {
  readonly faults: number;
  readonly hung: number;
  readonly goodLatencyRatio: number;
  readonly peakMemoryMB: number;
  readonly problems: readonly string[];
}

/** Lets slices fail in every way for so many seconds behind the built gateway of the repository at `root`. */
export function chaos(options: { readonly seconds: number; readonly root: string }): Promise<ChaosOutcome>;
