import { graphError } from "@corespond/kit";

/** The longest window, in days: ten years. */
export const longestWindow = 3_660;

/** A window of days at an agency, the one of the same length before it, and what was known. */
export interface RepeatWindow {
  readonly timeZone: string;
  /** The first day, and the first day after, as `YYYY-MM-DD` in that zone. */
  readonly since: string;
  readonly until: string;
  /** The instants at which the window before, the window itself, and what comes after it begin. */
  readonly before: Date;
  readonly from: Date;
  readonly to: Date;
  readonly knownAt: Date;
  readonly threshold: number;
}

const thresholdBounds = { least: 2, most: 1_000 } as const;

/** Checks a threshold as it is asked for. */
export function expectThreshold(threshold: number | null): void {
  const { least, most } = thresholdBounds;
  if (threshold === null || (threshold >= least && threshold <= most)) return;
  throw graphError("BAD_USER_INPUT", `\`threshold\` must be from ${least} to ${most}, but got: ${threshold}.`, {
    argumentName: "threshold",
  });
}

/** Checks a window's days; they compare as texts. */
export function expectWindow({ since, until, days }: { since: string; until: string; days: number }): void {
  if (days >= 1 && days <= longestWindow) return;
  throw graphError(
    "BAD_USER_INPUT",
    `\`since\` must be from 1 to ${longestWindow} days before \`until\`, but got: ${since} to ${until}.`,
    { argumentName: "since" },
  );
}
