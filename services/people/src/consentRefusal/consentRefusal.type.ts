import { DateScalar } from "@corespond/kit";
import { Directive, Field, ID, ObjectType } from "type-graphql";

import { ConsentCategory } from "../consent/consent.enums";
import { StaffMemberReference } from "../stubs/staffMember.stub";

/** A refusal, as welfare roles see it. */
@Directive('@key(fields: "id")')
@Directive('@requiresScopes(scopes: [["corespond.read"]])')
@ObjectType({
  description:
    "A consent that a person was asked for and did not give. It closes nothing: no service depends on a consent (Minn. Stat. 13.46 subd. 7). Welfare roles see it, nobody else.",
  simpleResolvers: true,
})
export class ConsentRefusal {
  @Field(() => ID, { description: "Identity of the refusal." })
  readonly id: string;

  @Field(() => [ConsentCategory], { description: "What kinds of data it was about, at least one." })
  readonly categories: readonly ConsentCategory[];

  @Field(() => DateScalar, { description: "The day on which it was declined." })
  readonly declinedOn: string;

  @Field(() => StaffMemberReference, { nullable: true, description: "Who recorded it here." })
  readonly recordedBy: StaffMemberReference;
}
