import { Redaction } from "@corespond/kit";
import { Directive, Field, ID, ObjectType } from "type-graphql";

import { ReferralStatusReason } from "../referral/statusReason.type";
import { StatedEligibility } from "./eligibilityAnswer.type";
import { AgeBand } from "../vocabulary/ageBand";
import { LegalBasis } from "../vocabulary/legalBasis";
import { ReferralOutcome } from "../vocabulary/referralOutcome";
import { ReferralReason } from "../vocabulary/referralReason";
import { ReferralStatus } from "../vocabulary/referralStatus";
import { ReferralUrgency } from "../vocabulary/referralUrgency";

/** A service referral as one viewer sees it; only the policy makes one. */
@Directive('@key(fields: "id")')
@Directive('@requiresScopes(scopes: [["corespond.read"]])')
@ObjectType({
  description:
    "The second leg: a social worker refers a resident on to a service. Its provider decides on a preview (need, urgency, age band, coarse answers of eligibility) and learns who the resident is on accepting. It loses sight of the person so many days after it ended it as `Program.providerSightDays` said when it was sent, at once where it was cancelled, and of all of it where it rejects it.",
  simpleResolvers: true,
})
export class ServiceReferral {
  /** Ids that field resolvers lead from. They are no fields of the graph. */
  readonly recordId: string | null;
  readonly referralId: string | null;
  readonly serviceId: string;
  readonly organizationId: string;
  readonly referredById: string | null;

  @Field(() => ID, { description: "Identity of the service referral." })
  readonly id: string;

  @Field(() => ReferralReason, { description: "What the resident needs." })
  readonly need: ReferralReason;

  @Field(() => ReferralUrgency, { description: "How soon it needs attention." })
  readonly urgency: ReferralUrgency;

  @Field(() => AgeBand, {
    nullable: true,
    description: "The resident's age, coarsely, as the social worker gave it; null where none was given.",
  })
  readonly ageBand: AgeBand | null;

  @Field(() => [StatedEligibility], {
    description:
      "Coarse answers to what the service asks of whom it takes, as the social worker gave them; its provider sees them before it accepts.",
  })
  readonly eligibility: readonly StatedEligibility[];

  @Field(() => String, {
    nullable: true,
    description:
      "A note for the provider, at most 1,000 characters; the provider reads it from acceptance until its sight of the person ends.",
  })
  readonly message: string | null;

  @Field(() => ReferralStatus, { description: "Where it stands." })
  readonly status: ReferralStatus;

  @Field(() => ReferralStatusReason, {
    nullable: true,
    description: "Why it stands there; null where the state needs no reason.",
  })
  readonly statusReason: ReferralStatusReason | null;

  @Field(() => ReferralOutcome, {
    nullable: true,
    description: "How it ended; null while it is open, and where it was rejected or cancelled.",
  })
  readonly outcome: ReferralOutcome | null;

  @Field(() => Boolean, {
    description:
      "Whether the service is a substance use program under 42 CFR Part 2 or a victim service. The existence of such a service referral is confidential: nobody but the social worker who made it, the provider's organization, and welfare staff of agencies that a consent in force names sees any trace of it. Answers that carry one bear a notice in `extensions.redisclosure`.",
  })
  readonly protected: boolean;

  @Field(() => LegalBasis, {
    nullable: true,
    description: "The basis of sharing that its author stated; null where none was stated: none is assumed.",
  })
  readonly legalBasis: LegalBasis | null;

  @Field(() => String, { nullable: true, description: "The consent, order or statute that the stated basis rests on." })
  readonly legalBasisCitation: string | null;

  @Field(() => Date, { description: "When it was sent." })
  readonly submittedAt: Date;

  @Field(() => Date, { nullable: true, description: "When the provider accepted it; null where it has not." })
  readonly acceptedAt: Date | null;

  @Field(() => Date, { nullable: true, description: "When it ended, however it did; null while it is open." })
  readonly closedAt: Date | null;

  @Field(() => String, {
    description:
      "An opaque tag of the service referral as you see it, for `expectedVersion`. It does not change when something changes that you may not see.",
  })
  readonly version: string;

  @Field(() => [Redaction], {
    description: "The fields that you do not get on this service referral, whatever they hold.",
  })
  readonly redactions: readonly Redaction[];
}
