import { DateScalar } from "@corespond/kit";
import { Directive, Field, Float, ID, ObjectType } from "type-graphql";

/** A social worker's assignment to an agency, as signed-in staff see it. */
@Directive('@key(fields: "id")')
@ObjectType({
  description:
    "A social worker's assignment to an agency. One social worker may serve several agencies, and one agency have several. For signed-in staff only.",
  simpleResolvers: true,
})
export class Assignment {
  @Field(() => ID, { description: "The assignment's id in this graph." })
  readonly id: string;

  @Field(() => Float, { description: "The part of a full position (full-time equivalent), above 0, at most 1." })
  readonly fte: number;

  @Field(() => DateScalar, { description: "The first day of the assignment; announced ones lie ahead." })
  readonly from: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which the assignment holds no longer; null while no end is known.",
  })
  readonly to: string | null;

  readonly socialWorkerId: string;

  readonly agencyId: string;
}
