import { brooklynPark } from "./brooklynPark";
import { comparators } from "./comparators";
import { peopleReached } from "./peopleReached";
import { SeedRandom } from "./seedRandom";
import { joinTales, type Tale } from "./tale";

const seed = 20_210_831;

/** What happened in the county from the program's start to 31 August 2021: the same on every machine. */
export function countyTale(): Tale {
  const random = new SeedRandom(seed);
  let made = 0;
  const serial = (): string => `SEED-${String(++made).padStart(6, "0")}`;
  return joinTales(brooklynPark(random, serial), comparators(random, serial), peopleReached(random, serial));
}
