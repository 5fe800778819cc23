import { IsId, IsPlainText, KeyedInputBase, UserError } from "@corespond/kit";
import { Field, ID, InputType, ObjectType } from "type-graphql";

import { CareRole } from "./careRole";
import { CrisisPlan } from "./crisisPlan.type";

/** Input of `recordCareContact`. */
@InputType({ description: "Whom to call when a person is in a crisis." })
export class RecordCareContactInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "A person that you know." })
  readonly personId: string;

  @IsPlainText(200)
  @Field(() => String, { description: "The contact's name, 1 to 200 characters." })
  readonly name: string;

  @IsPlainText(40)
  @Field(() => String, { description: "The phone number as written, 1 to 40 characters." })
  readonly phone: string;

  @Field(() => CareRole, { description: "What they are to the person." })
  readonly role: CareRole;
}

/** Input of `recordCrisisStrategy`. */
@InputType({ description: "What helps when a person is in a crisis." })
export class RecordCrisisStrategyInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "A person that you know." })
  readonly personId: string;

  @IsPlainText(1_000)
  @Field(() => String, {
    description:
      "What helps or makes it worse, 1 to 1,000 characters. In a crisis police may be told it: no diagnosis, no treatment, no service.",
  })
  readonly strategy: string;
}

/** Payload of what changes a plan. */
@ObjectType({ description: "The person's plan for a crisis, or why nothing was recorded.", simpleResolvers: true })
export class CrisisPlanPayload {
  @Field(() => CrisisPlan, { nullable: true, description: "The plan; null where nothing was recorded." })
  readonly crisisPlan: CrisisPlan | null;

  @Field(() => [UserError], { description: "Why nothing was recorded; empty on success." })
  readonly userErrors: readonly UserError[];
}
