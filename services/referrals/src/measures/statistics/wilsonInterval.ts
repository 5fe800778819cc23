import { normalQuantile, type Interval } from "./interval";

/**
 * The 95 % score interval of a proportion (Wilson 1927), which holds its level with few cases and at 0 and 1, where the
 * simple interval does not (Newcombe 1998, method 3). Null without cases.
 */
export function wilsonInterval(part: number, whole: number): Interval | null {
  if (whole === 0) return null;
  const z2 = normalQuantile ** 2;
  const share = part / whole;
  const middle = 2 * part + z2;
  const half = normalQuantile * Math.sqrt(z2 + 4 * part * (1 - share));
  const bound = (sum: number): number => Math.min(1, Math.max(0, sum / (2 * (whole + z2))));
  return { low: part === 0 ? 0 : bound(middle - half), high: part === whole ? 1 : bound(middle + half) };
}
