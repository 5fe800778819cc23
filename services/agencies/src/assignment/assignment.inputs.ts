import { DateScalar, IsId, KeyedInputBase, UserError } from "@corespond/kit";
import { Max, Min } from "class-validator";
import { Field, Float, ID, InputType, ObjectType } from "type-graphql";

import { Assignment } from "./assignment.type";

/** What `assignSocialWorker` is told. */
@InputType({ description: "Who is assigned to which agency, for how much of a position and how long." })
export class AssignSocialWorkerInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "A social worker of your own county." })
  readonly socialWorkerId: string;

  @IsId()
  @Field(() => ID, { description: "An agency that is a member of a program of your own county on the first day." })
  readonly agencyId: string;

  @Min(0.01, { message: "`fte` must be at least 0.01" })
  @Max(1, { message: "`fte` must be at most 1" })
  @Field(() => Float, {
    description: "The part of a full position, 0.01 to 1. All parts of one person add up to 1 at most on any day.",
  })
  readonly fte: number;

  @Field(() => DateScalar, { description: "The first day." })
  readonly from: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The first day on which the assignment holds no longer, after `from`; without it, it has no known end.",
  })
  readonly to?: string | null;
}

/** What `assignSocialWorker` answers. */
@ObjectType({ description: "The assignment that was made, or why none was.", simpleResolvers: true })
export class AssignSocialWorkerPayload {
  @Field(() => Assignment, {
    nullable: true,
    description: "The assignment; null where `userErrors` says why there is none.",
  })
  readonly assignment: Assignment | null;

  @Field(() => [UserError], { description: "Why nothing was changed; empty where it was." })
  readonly userErrors: readonly UserError[];
}
