import type { PersonHistory } from "../measures/outcomes/personHistory";

/** Random numbers that are the same in every run (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How often a caller calls on each day. */
export type CallerKind = "STABLE" | "EPISODIC";

/** A caller's calls per day, which only the simulation knows, and the most that it ever is. */
interface Rate {
  readonly most: number;
  readonly on: (day: number) => number;
}

/** How many days a simulation covers. */
const simulatedDays = 1_500;

/** Calls per day of a stable caller: gamma with shape 1/2 (a normal deviate squared), 1.5 calls in half a year on average. */
function stableRate(random: () => number): Rate {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const rate = (1.5 / 182) * normal ** 2;
  return { most: rate, on: () => rate };
}

/** Calls per day of an episodic caller: many in an episode of four months, about every second year, and else few. */
function episodicRate(random: () => number): Rate {
  const starts = [0, 1, 2].map((n) => n * 700 - 350 + random() * 700);
  const most = 8 / 122;
  return { most, on: (day) => (starts.some((start) => day >= start && day < start + 122) ? most : 0.1 / 182) };
}

/** What a simulation is asked for. */
export interface SimulatedCallers {
  readonly seed: number;
  readonly kind: CallerKind;
  readonly callers: number;
  /** What the days from the index day on are multiplied by, for those who are enrolled; 1 where nothing helps. */
  readonly effect?: number;
  /** The day on which the program looks at a caller, if ever, and enrols them where the calls so far are enough. */
  readonly indexOf?: (caller: number, callsBetween: (from: number, to: number) => number) => number | null;
}

/** Simulates callers: Poisson calls at the rates of their kind, with an effect on those who are enrolled. */
export function simulateCallers(asked: SimulatedCallers): readonly PersonHistory[] {
  const random = randomOf(asked.seed);
  return Array.from({ length: asked.callers }, (_, person): PersonHistory => {
    const rate = asked.kind === "STABLE" ? stableRate(random) : episodicRate(random);
    const all = callsAt(rate, random);
    const between = (from: number, to: number): number => all.filter(({ day }) => day >= from && day <= to).length;
    const indexDay = asked.indexOf?.(person, between) ?? null;
    const days = all
      .filter(({ day, kept }) => indexDay === null || day < indexDay || kept < (asked.effect ?? 1))
      .map(({ day }) => day);
    return {
      person,
      days,
      incidents: days.map((_call, n) => n),
      agencies: days.map(() => "a department"),
      indexDay,
      indexAgency: indexDay === null ? null : "a department",
      referred: indexDay !== null,
    };
  });
}

/** Calls of a Poisson process whose rate changes (by thinning one of the greatest rate), each with a uniform number. */
function callsAt({ most, on }: Rate, random: () => number): readonly { readonly day: number; readonly kept: number }[] {
  const calls: { day: number; kept: number }[] = [];
  const gap = (): number => -Math.log(1 - random()) / most;
  for (let at = gap(); at < simulatedDays; at += gap()) {
    if (random() * most < on(at)) calls.push({ day: Math.floor(at), kept: random() });
  }
  return calls;
}
