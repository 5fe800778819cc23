import type { AgencyKey } from "../demo/county/countyAgencies";
import { behavioralHealthCodes, type NatureCode } from "./natureCodes";
import { dayAfter, daysBetween } from "./seedDay";
import type { SeedRandom } from "./seedRandom";
import type { TaleCall } from "./tale";

/** A span of days, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** Which calls to make. */
export interface CallsWanted {
  readonly agency: AgencyKey;
  readonly count: number;
  readonly span: Span;
  readonly subject: string | null;
  readonly codes?: readonly [NatureCode, ...NatureCode[]];
}

const streets = ["Example", "Sample", "Test", "Demo"] as const;

/** Makes calls on days of a span, each an incident of its own, numbered by `serial`. */
export function seedCalls(
  random: SeedRandom,
  serial: () => string,
  { agency, count, span, subject, codes = behavioralHealthCodes }: CallsWanted,
): readonly TaleCall[] {
  const days = daysBetween(span.from, span.to);
  return Array.from({ length: count }, () => ({
    agency,
    incidentNumber: serial(),
    day: dayAfter(span.from, random.whole(0, days)),
    minuteOfDay: random.whole(6 * 60, 22 * 60),
    nature: random.pick(codes),
    street: `${String(random.whole(1, 99) * 100)} ${random.pick(streets)} Avenue`,
    subject,
  }));
}
