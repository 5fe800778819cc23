/**
 * The condition that a cover holds on a day, over the columns of `caseload_cover` under an alias. Nothing has to run for
 * it to begin or end: who signs in is asked about on every request.
 */
export const coverHolds = (alias: string, day: string): string =>
  `(${alias}.ended_at IS NULL AND ${alias}.from_on <= ${day} AND ${day} < ${alias}.to_on)`;
