import { IsPlainText } from "@corespond/kit";
import { IsOptional } from "class-validator";
import { Field, InputType } from "type-graphql";

import { NameUse } from "./name.type";

const longestPart = 100;

/** A name of a person to be registered. */
@InputType({ description: "A name of a person to be registered: a given name, a family name, or both." })
export class PersonNameInput {
  @Field(() => NameUse, { defaultValue: NameUse.OFFICIAL, description: "What the name is used for." })
  readonly use: NameUse;

  @IsOptional()
  @IsPlainText(longestPart)
  @Field(() => String, { nullable: true, description: "Given (first) name, 1 to 100 characters." })
  readonly given?: string | null;

  @IsOptional()
  @IsPlainText(longestPart)
  @Field(() => String, { nullable: true, description: "Middle names, 1 to 100 characters." })
  readonly middle?: string | null;

  @IsOptional()
  @IsPlainText(longestPart)
  @Field(() => String, { nullable: true, description: "Family (last) name, 1 to 100 characters." })
  readonly family?: string | null;

  @IsOptional()
  @IsPlainText(longestPart)
  @Field(() => String, { nullable: true, description: "Suffix, such as `Jr` or `III`, 1 to 100 characters." })
  readonly suffix?: string | null;
}
