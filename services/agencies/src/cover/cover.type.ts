import { DateScalar, Redaction } from "@corespond/kit";
import { Directive, Field, ID, ObjectType } from "type-graphql";

/** A caseload that is lent, as other staff see it. */
@Directive('@key(fields: "id")')
@ObjectType({
  description:
    "A social worker's caseload, lent to a colleague of the same county for a time. While it lasts the colleague sees what the lender's assignments show, and acts as the owner of the lender's referrals. It ends by itself. A service referral to a protected program (42 CFR Part 2, victim services) is never lent: it stays with its author. For staff of agencies.",
  simpleResolvers: true,
})
export class CaseloadCover {
  readonly lenderId: string;

  readonly coveringId: string;

  @Field(() => ID, { description: "The cover's id in this graph." })
  readonly id: string;

  @Field(() => DateScalar, { description: "The first day, in the time zone of the county's program." })
  readonly from: string;

  @Field(() => DateScalar, {
    description: "The first day on which the caseload is lent no longer; the cover ends as it begins.",
  })
  readonly to: string;

  @Field(() => Date, { nullable: true, description: "When somebody ended it early; null where nobody did." })
  readonly endedAt: Date | null;

  @Field(() => Boolean, { description: "Whether the caseload is lent today." })
  readonly active: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      "Why, 1 to 500 characters; for the two of them and for the county's supervisors, administrators and privacy officers.",
  })
  readonly reason: string | null;

  @Field(() => [Redaction], { description: "The fields that you do not get on this cover, whatever they hold." })
  readonly redactions: readonly Redaction[];
}
