import { DateScalar, IsId, IsPlainText, KeyedInputBase, UserError } from "@corespond/kit";
import { Field, ID, InputType, ObjectType } from "type-graphql";

import { CaseloadCover } from "./cover.type";

/** What `lendCaseload` is told. */
@InputType({ description: "Whose caseload is lent to whom, for how long, and why." })
export class LendCaseloadInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, {
    description: "The social worker whose caseload it is: you, or for a supervisor one of the own county.",
  })
  readonly fromStaffId: string;

  @IsId()
  @Field(() => ID, { description: "The colleague: another social worker of the same county." })
  readonly toStaffId: string;

  @Field(() => DateScalar, {
    description: "The first day, today or later in the time zone of the county's program.",
  })
  readonly from: string;

  @Field(() => DateScalar, {
    description: "The first day on which the caseload is lent no longer, after `from`, at most 366 days after it.",
  })
  readonly to: string;

  @IsPlainText(500)
  @Field(() => String, { description: "Why, 1 to 500 characters; nothing of a resident." })
  readonly reason: string;
}

/** What `endCover` is told. */
@InputType({ description: "Which cover ends." })
export class EndCoverInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "The cover." })
  readonly coverId: string;
}

/** What `lendCaseload` answers. */
@ObjectType({ description: "The cover that was made, or why none was.", simpleResolvers: true })
export class LendCaseloadPayload {
  @Field(() => CaseloadCover, {
    nullable: true,
    description: "The cover; null where `userErrors` says why there is none.",
  })
  readonly cover: CaseloadCover | null;

  @Field(() => [UserError], { description: "Why nothing was changed; empty where it was." })
  readonly userErrors: readonly UserError[];
}

/** What `endCover` answers. */
@ObjectType({ description: "The cover that was ended, or why it was not.", simpleResolvers: true })
export class EndCoverPayload extends LendCaseloadPayload {}
