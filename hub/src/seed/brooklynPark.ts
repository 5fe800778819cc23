import { dayAfter } from "./seedDay";
import { seedCalls } from "./seedCalls";
import { seedPerson } from "./seedPersons";
import { seedReferral } from "./seedReferral";
import type { SeedRandom } from "./seedRandom";
import { joinTales, type Tale } from "./tale";

const residents = 25;
const windowDays = 182;
const lastIndex = "2021-03-02";
const callsBefore = 12;
/** 300 calls in the six months before become 45 in the six months after: a fall by 85 %. */
const callsAfter = 45;
/** With these of others, the residents' 300 are a third of the city's calls of the kind. */
const callsOfOthers = 370;

/**
 * The story that the program is known by: one social worker of Brooklyn Park is assigned 25 residents who made about a
 * third of the city's mental-health calls, meets all of them by 2 March 2021, and after six months they call 85 % less.
 */
export function brooklynPark(random: SeedRandom, serial: () => string): Tale {
  const agency = "brooklynPark";
  const one = (number: number): Tale => {
    const person = seedPerson(random, `bp-repeat-${String(number)}`, agency);
    const reachedOn = dayAfter(lastIndex, -(number % 10));
    const calls = (count: number, from: number, to: number) =>
      seedCalls(random, serial, {
        ...{ agency, count, subject: person.key },
        span: { from: dayAfter(reachedOn, from), to: dayAfter(reachedOn, to) },
      });
    return {
      persons: [person],
      calls: [
        ...calls(callsBefore, -3 * windowDays, -2 * windowDays - 1),
        ...calls(callsBefore, -2 * windowDays, -windowDays - 1),
        ...calls(callsBefore, -windowDays, -1),
        ...calls(number < callsAfter - residents ? 2 : 1, 1, windowDays),
      ],
      referrals: [seedReferral(person, { number: 0, reachedOn, after: 3, endsAfter: null, outcome: "GOT_HELP" })],
    };
  };
  const before = { from: dayAfter(lastIndex, -windowDays), to: dayAfter(lastIndex, -1) };
  const others = [
    { from: dayAfter(before.from, -windowDays), to: dayAfter(before.from, -1) },
    before,
    { from: lastIndex, to: dayAfter(lastIndex, windowDays) },
  ].flatMap((span) => seedCalls(random, serial, { agency, count: callsOfOthers, span, subject: null }));
  return joinTales(...Array.from({ length: residents }, (_, number) => one(number)), {
    persons: [],
    calls: others,
    referrals: [],
  });
}
