import type { AgencyKey } from "../demo/county/countyAgencies";
import { dayAfter } from "./seedDay";
import { seedCalls } from "./seedCalls";
import { seedPerson } from "./seedPersons";
import type { SeedRandom } from "./seedRandom";
import { joinTales, type Tale } from "./tale";

const windowDays = 182;
const around = "2021-03-01";

/** Who called as often and met nobody of the program: some in cities of members, some where it has not begun. */
const groups: readonly (readonly [agency: AgencyKey, count: number])[] = [
  ["brooklynPark", 12],
  ["bloomington", 14],
  ["plymouth", 10],
  ["stLouisPark", 8],
  ["orono", 8],
  ["southLakeMinnetonka", 8],
  ["minnetrista", 7],
];

/** Their calls fall too, by about a quarter: whoever is picked at a peak calls less afterwards (regression to the mean). */
export function comparators(random: SeedRandom, serial: () => string): Tale {
  const one = (agency: AgencyKey, number: number): Tale => {
    const person = seedPerson(random, `${agency}-repeat-${String(number)}`, agency);
    const calls = (count: number, from: number, to: number) =>
      seedCalls(random, serial, {
        ...{ agency, count, subject: person.key },
        span: { from: dayAfter(around, from), to: dayAfter(around, to) },
      });
    return {
      persons: [person],
      calls: [
        ...calls(random.whole(9, 12), -3 * windowDays, -2 * windowDays - 1),
        ...calls(random.whole(10, 13), -2 * windowDays, -windowDays - 1),
        ...calls(random.whole(8, 12), -windowDays, -1),
        ...calls(random.whole(6, 9), 1, windowDays),
      ],
      referrals: [],
    };
  };
  return joinTales(
    ...groups.flatMap(([agency, count]) => Array.from({ length: count }, (_, number) => one(agency, number))),
  );
}
