import { normalQuantile, type Interval } from "./interval";

/** What one person adds to a rate. A person may add more than once; `weight` multiplies both. */
export interface Contribution {
  readonly person: number;
  readonly events: number;
  readonly days: number;
  readonly weight?: number;
}

/** A rate (events per day) that a contrast multiplies (+1) or divides by (-1). */
export interface Arm {
  readonly sign: 1 | -1;
  readonly contributions: readonly Contribution[];
}

/** A ratio of rates, or of ratios of rates, with its 95 % interval. */
export interface RateEstimate extends Interval {
  readonly ratio: number;
}

/**
 * The product of rates to the power of their signs: a rate ratio with two arms, a ratio of rate ratios
 * (difference-in-differences on the log scale) with four. Null where an arm has nobody.
 *
 * 1. A rate is a ratio estimator R = E / D. By the delta method its logarithm changes by e/E - d/D with a person's
 *    events e and days d (their influence).
 * 2. A person's influences are summed over all arms before they are squared: calls of one person come in clusters, and
 *    the same person may stand in several arms. So a few persons with many calls widen the interval, where Poisson's
 *    variance, 1/E, would take each call for a new person (Liang and Zeger 1986, the sandwich).
 * 3. Each arm's influences are stretched by sqrt(n / (n - 1)) for its n persons.
 * 4. Where an arm has no event, half an event is added to each (Haldane and Anscombe), with the variance of a count.
 */
export function rateContrast(arms: readonly Arm[]): RateEstimate | null {
  const sums = arms.map(({ contributions }) => sumsOf(contributions));
  if (sums.some(({ days }) => days === 0)) return null;
  const added = sums.some(({ events }) => events === 0) ? 0.5 : 0;
  const influences = new Map<number, number>();
  let [ratio, variance] = [1, 0];
  arms.forEach(({ sign, contributions }, number) => {
    const { events, days, persons } = sums[number] ?? { events: 0, days: 1, persons: 1 };
    const counted = events + added;
    ratio *= (counted / days) ** sign;
    variance += added / counted ** 2;
    const stretch = sign * Math.sqrt(persons / Math.max(1, persons - 1));
    for (const { person, weight = 1, ...one } of contributions) {
      const influence = stretch * weight * (one.events / counted - one.days / days);
      influences.set(person, (influences.get(person) ?? 0) + influence);
    }
  });
  for (const influence of influences.values()) variance += influence ** 2;
  const factor = Math.exp(normalQuantile * Math.sqrt(variance));
  return { ratio, low: ratio / factor, high: ratio * factor };
}

function sumsOf(contributions: readonly Contribution[]): { events: number; days: number; persons: number } {
  let [events, days] = [0, 0];
  const persons = new Set<number>();
  for (const { person, weight = 1, ...one } of contributions) {
    events += weight * one.events;
    days += weight * one.days;
    persons.add(person);
  }
  return { events, days, persons: persons.size };
}
