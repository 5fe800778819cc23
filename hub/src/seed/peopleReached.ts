import type { AgencyKey } from "../demo/county/countyAgencies";
import { dayAfter, daysBetween } from "./seedDay";
import { seedCalls, type Span } from "./seedCalls";
import { seedPerson } from "./seedPersons";
import { seedReferral } from "./seedReferral";
import type { SeedRandom } from "./seedRandom";
import { joinTales, type Tale } from "./tale";

/** How many different people were reached where, and when: more than 1,700 in 2020. */
const reached: readonly (readonly [span: Span, byAgency: Readonly<Partial<Record<AgencyKey, number>>>])[] = [
  [
    { from: "2019-03-01", to: "2019-12-20" },
    { bloomington: 120, brooklynPark: 90, hopkins: 35, minnetonka: 60, plymouth: 65, stLouisPark: 60 },
  ],
  [
    { from: "2020-01-06", to: "2020-12-18" },
    { bloomington: 520, brooklynPark: 320, hopkins: 150, minnetonka: 235, plymouth: 265, stLouisPark: 245 },
  ],
  [
    { from: "2021-03-08", to: "2021-08-20" },
    {
      ...{ bloomington: 160, brooklynPark: 110, hopkins: 45, minnetonka: 70, plymouth: 80, stLouisPark: 75 },
      ...{ brooklynCenter: 60, crystal: 40, newHope: 40, robbinsdale: 35 },
      ...{ edenPrairie: 45, edina: 45, mapleGrove: 50, richfield: 50 },
    },
  ],
];

/** Of so many people, one was referred a second time within the year: people reached are not referrals. */
const secondTimeEvery = 8;

/** The program's everyday: an officer refers after a call, the social worker meets the person within days. */
export function peopleReached(random: SeedRandom, serial: () => string): Tale {
  return joinTales(
    ...reached.flatMap(([span, byAgency]) =>
      Object.entries(byAgency).flatMap(([agency, count]) =>
        Array.from({ length: count }, (_, number) =>
          onePerson(random, serial, { agency: agency as AgencyKey, span, number }),
        ),
      ),
    ),
  );
}

/** One of those who were reached in an agency's cities within a span. */
interface Reached {
  readonly agency: AgencyKey;
  readonly span: Span;
  readonly number: number;
}

function onePerson(random: SeedRandom, serial: () => string, { agency, span, number }: Reached): Tale {
  const person = seedPerson(random, `${agency}-${span.from.slice(0, 4)}-${String(number)}`, agency);
  const days = daysBetween(span.from, span.to);
  const first = random.whole(0, days);
  const times = number % secondTimeEvery === 0 ? [Math.min(first, days - 60), days] : [first];
  return {
    persons: [person],
    calls: times.flatMap((at) => {
      const day = dayAfter(span.from, Math.max(0, at - 5));
      return seedCalls(random, serial, { agency, count: 1, span: { from: day, to: day }, subject: person.key });
    }),
    referrals: times.map((at, index) =>
      seedReferral(person, {
        number: index,
        reachedOn: dayAfter(span.from, at),
        after: random.whole(1, 5),
        endsAfter: random.whole(14, 50),
        outcome: random.pick(["GOT_HELP", "GOT_HELP", "GOT_HELP", "NO_LONGER_INTERESTED", "NOT_ELIGIBLE"]),
      }),
    ),
  };
}
