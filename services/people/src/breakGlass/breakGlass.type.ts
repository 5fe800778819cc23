import { connectionType, Redaction } from "@corespond/kit";
import { Directive, Field, ID, ObjectType } from "type-graphql";

import { StaffMemberReference } from "../stubs/staffMember.stub";
import { BreakGlassFinding, BreakGlassReason } from "./breakGlass.enums";

/** What a review of an emergency access says. */
@Directive('@requiresScopes(scopes: [["corespond.read"]])')
@ObjectType({ description: "The review of an emergency access.", simpleResolvers: true })
export class BreakGlassReview {
  @Field(() => BreakGlassFinding, { description: "What it found." })
  readonly finding: BreakGlassFinding;

  @Field(() => String, { nullable: true, description: "Why, at most 1,000 characters." })
  readonly note: string | null;

  @Field(() => StaffMemberReference, { nullable: true, description: "Who reviewed it." })
  readonly reviewedBy: StaffMemberReference;

  @Field(() => Date, { description: "When it was reviewed." })
  readonly reviewedAt: Date;
}

/** An emergency access as one viewer sees it. */
@Directive('@requiresScopes(scopes: [["corespond.read"]])')
@ObjectType({
  description:
    "An emergency access to a person's records outside the viewer's relations (break the glass). Who opened it sees that it stands; privacy officers of the county review it.",
  simpleResolvers: true,
})
export class BreakGlass {
  /** The person asked for; whoever may see them has a loader for it. */
  readonly askedPersonId: string;

  @Field(() => ID, { description: "Identity of the access." })
  readonly id: string;

  @Field(() => StaffMemberReference, { nullable: true, description: "Who opened it." })
  readonly openedBy: StaffMemberReference;

  @Field(() => BreakGlassReason, { description: "Why, as a code." })
  readonly reasonCode: BreakGlassReason;

  @Field(() => String, { description: "Why, in words." })
  readonly reasonText: string;

  @Field(() => Date, { description: "When it was opened." })
  readonly openedAt: Date;

  @Field(() => Date, { description: "Until when the records may be read: one hour later." })
  readonly expiresAt: Date;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether there is such a person. For privacy officers; withheld from who opened it.",
  })
  readonly personFound: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it is unreviewed for more than 72 hours. For privacy officers.",
  })
  readonly overdue: boolean | null;

  @Field(() => BreakGlassReview, {
    nullable: true,
    description: "Its review; null while there is none. For privacy officers.",
  })
  readonly review: BreakGlassReview | null;

  @Field(() => [Redaction], { description: "The fields that this viewer never gets, whatever they hold." })
  readonly redactions: readonly Redaction[];
}

/** A page of emergency accesses. */
export const BreakGlassConnection = connectionType(BreakGlass, "BreakGlass");
