import type { AgencyKey } from "../demo/county/countyAgencies";
import { dayAfter } from "./seedDay";
import type { SeedRandom } from "./seedRandom";
import type { TalePerson } from "./tale";

const given = [
  "Alex",
  "Casey",
  "Dana",
  "Jamie",
  "Jordan",
  "Kim",
  "Lee",
  "Morgan",
  "Pat",
  "Robin",
  "Sam",
  "Terry",
] as const;
const family = ["Testperson", "Exampleton", "Samplewood", "Demoson"] as const;
const oldest = "1935-01-01";
const daysOfAges = 25_000;

/** A resident whose name nobody could take for a real one. */
export function seedPerson(random: SeedRandom, key: string, agency: AgencyKey): TalePerson {
  return {
    key,
    agency,
    given: random.pick(given),
    family: `${random.pick(family)} ${key}`,
    birthDate: dayAfter(oldest, random.whole(0, daysOfAges)),
  };
}
