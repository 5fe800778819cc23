/** What is left of a budget. */
export interface BudgetState {
  readonly points: number;
  readonly seconds: number;
  readonly left: number;
  readonly resetMs: number;
}

/** The policy's name in both headers. */
const policy = '"cost"';

/** Tells a client its budget and what is left of it (draft-ietf-httpapi-ratelimit-headers, sections 3 and 4). */
export function rateLimitHeaders({
  points,
  seconds,
  left,
  resetMs,
}: BudgetState): readonly (readonly [string, string])[] {
  return [
    ["ratelimit-policy", `${policy};q=${String(points)};w=${String(seconds)}`],
    ["ratelimit", `${policy};r=${String(Math.max(0, left))};t=${String(Math.ceil(resetMs / 1_000))}`],
  ];
}
