import { demoId } from "../demo/demoIds";
import { agencyId } from "../demo/county/countyAgencies";
import { dayAfter, timeOfDay } from "./seedDay";
import { seedOfficerId } from "./seedOfficers";
import type { TalePerson, TaleReferral } from "./tale";
import { workerOf } from "./workersOf";

/** What is told of one referral. */
export interface ReferralTold {
  /** Tells referrals of one person apart. */
  readonly number: number;
  /** The day of the first completed contact. */
  readonly reachedOn: string;
  /** Days from the submission to that contact. */
  readonly after: number;
  /** Days from it to the end; null while it is open. */
  readonly endsAfter: number | null;
  readonly outcome: "GOT_HELP" | "NO_LONGER_INTERESTED" | "NOT_ELIGIBLE";
}

/** The tale ends here: what would end later is open. */
const lastDay = "2021-08-31";

const morning = 9 * 60;
const noon = 12 * 60;
const afternoon = 15 * 60;

/** A referral by an officer of the person's agency, worked by the social worker who is assigned there. */
export function seedReferral(person: TalePerson, told: ReferralTold): TaleReferral {
  const { number, reachedOn, after, endsAfter, outcome } = told;
  const submittedOn = dayAfter(reachedOn, -after);
  const endsOn = endsAfter === null ? null : dayAfter(reachedOn, endsAfter);
  const id = demoId("seed-referral", `${person.key}/${String(number)}`);
  return {
    id,
    person: person.key,
    agencyId: agencyId(person.agency),
    referredById: seedOfficerId(person.agency),
    source: "OFFICER" as TaleReferral["source"],
    reasons: ["MENTAL_HEALTH"] as TaleReferral["reasons"],
    submittedAt: timeOfDay(submittedOn, morning),
    ownerId: workerOf(person.agency, submittedOn),
    acceptedAt: timeOfDay(submittedOn, noon),
    contacts: [
      {
        id: demoId("seed-contact", `${person.key}/${String(number)}`),
        kind: "VISIT",
        result: "COMPLETED",
        occurredAt: timeOfDay(reachedOn, afternoon),
      } as NonNullable<TaleReferral["contacts"]>[number],
    ],
    end:
      endsOn === null || endsOn > lastDay
        ? null
        : ({ outcome, at: timeOfDay(endsOn, afternoon) } as TaleReferral["end"]),
  };
}
