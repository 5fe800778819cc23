import { Redaction } from "@corespond/kit";
import { Directive, Field, ID, ObjectType } from "type-graphql";

import { Acknowledgement } from "../vocabulary/acknowledgement";
import { LegalBasis } from "../vocabulary/legalBasis";
import { ReferralOutcome } from "../vocabulary/referralOutcome";
import { ReferralReason } from "../vocabulary/referralReason";
import { ReferralSource } from "../vocabulary/referralSource";
import { ReferralStatus } from "../vocabulary/referralStatus";
import { ReferralUrgency } from "../vocabulary/referralUrgency";
import { ReferralStatusReason } from "./statusReason.type";

/** A referral as one viewer sees it; only the policy makes one. */
@Directive('@key(fields: "id")')
@Directive('@requiresScopes(scopes: [["corespond.read"]])')
@ObjectType({
  description:
    "A request that an embedded social worker follow up on a resident (FHIR Task, Gravity TaskForReferralManagement). Its sender sees that it arrived and that somebody has it; how it went is the welfare side's.",
  simpleResolvers: true,
})
export class Referral {
  /** Ids that field resolvers lead from. They are no fields of the graph. */
  readonly recordId: string;
  readonly agencyId: string;
  readonly referringAgencyId: string | null;
  readonly referredById: string | null;
  readonly ownerId: string | null;

  @Field(() => ID, { description: "Identity of the referral." })
  readonly id: string;

  @Directive("@inaccessible")
  @Field(() => ID, {
    nullable: true,
    description: "The call that the referral came from, for the slice that holds calls.",
  })
  readonly callId: string | null;

  @Field(() => ReferralSource, { description: "From whom it came." })
  readonly source: ReferralSource;

  @Field(() => [ReferralReason], { description: "Why it was made: one to five reasons, the most pressing first." })
  readonly reasons: readonly ReferralReason[];

  @Directive("@inaccessible")
  @Field(() => [String], { description: "The reasons as plain codes, for slices that add to a referral." })
  readonly reasonCodes: readonly string[];

  @Field(() => ReferralUrgency, { description: "How soon it needs attention." })
  readonly urgency: ReferralUrgency;

  @Field(() => String, {
    nullable: true,
    description:
      "What happened and what worries the sender, at most 5,000 characters. On the police side only its author reads it; privacy officers do not.",
  })
  readonly narrative: string | null;

  @Field(() => ReferralStatus, {
    nullable: true,
    description:
      "Where it stands, for the welfare side (Minn. Stat. 13.46), and for its sender where a consent in force names the sender's agency for referral outcomes.",
  })
  readonly status: ReferralStatus | null;

  @Field(() => ReferralStatusReason, {
    nullable: true,
    description: "Why it stands there, for the welfare side; null where the state needs no reason.",
  })
  readonly statusReason: ReferralStatusReason | null;

  @Field(() => ReferralOutcome, {
    nullable: true,
    description:
      "How it ended, for the welfare side, and for its sender where a consent in force names the sender's agency for referral outcomes; null while it is open.",
  })
  readonly outcome: ReferralOutcome | null;

  @Field(() => Acknowledgement, { description: "What its sender may know of its progress." })
  readonly acknowledgement: Acknowledgement;

  @Field(() => LegalBasis, {
    nullable: true,
    description:
      "The basis of sharing that its author stated, for the welfare side; null where none was stated: none is assumed.",
  })
  readonly legalBasis: LegalBasis | null;

  @Field(() => String, {
    nullable: true,
    description: "The consent, order or statute that the stated basis rests on, for the welfare side.",
  })
  readonly legalBasisCitation: string | null;

  @Field(() => Date, { description: "When it was made." })
  readonly submittedAt: Date;

  @Field(() => Date, { description: "When it was recorded here." })
  readonly recordedAt: Date;

  @Field(() => String, {
    description:
      "An opaque tag of the referral as you see it, for `expectedVersion`. It does not change when something changes that you may not see.",
  })
  readonly version: string;

  @Field(() => [Redaction], { description: "The fields that you do not get on this referral, whatever they hold." })
  readonly redactions: readonly Redaction[];
}
