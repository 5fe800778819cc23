import { Field, Int, ObjectType } from "type-graphql";

import { ReferralOutcome } from "../../vocabulary/referralOutcome";
import { ReferralStatus } from "../../vocabulary/referralStatus";
import { suppressedDescription } from "../peopleReached/peopleReached.type";

/** How many service referrals stand or ended alike. */
@ObjectType({ description: "How many service referrals stand alike or ended alike.", simpleResolvers: true })
export class ConnectionCount {
  @Field(() => ReferralStatus, { description: "Where they stand." })
  readonly status: ReferralStatus;

  @Field(() => ReferralOutcome, { nullable: true, description: "How they ended; null where that has no outcome." })
  readonly outcome: ReferralOutcome | null;

  @Field(() => Int, { nullable: true, description: "Service referrals; null where suppressed." })
  readonly serviceReferrals: number | null;
}

/** The connections to services that a program made. */
@ObjectType({
  description:
    "The service referrals that were sent in a period, and what became of them. Those to protected programs (42 CFR Part 2, victim services) are left out for everybody who is given measures: they may not know of one, so no figure may hold one. Null where suppressed.",
  simpleResolvers: true,
})
export class ProgramConnections {
  @Field(() => Int, { nullable: true, description: "Service referrals that were sent in the period." })
  readonly serviceReferrals: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Distinct persons of whom a provider accepted at least one of them.",
  })
  readonly personsConnected: number | null;

  @Field(() => [ConnectionCount], {
    description: "The same by state and outcome; at most one entry for each pair, a dozen or so.",
  })
  readonly byOutcome: readonly ConnectionCount[];

  @Field(() => Boolean, { description: suppressedDescription })
  readonly suppressed: boolean;
}
