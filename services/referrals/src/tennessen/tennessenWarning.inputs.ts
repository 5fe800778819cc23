import { IsId, IsPlainText } from "@corespond/kit";
import { IsOptional, Matches } from "class-validator";
import { Field, ID, InputType } from "type-graphql";

/** What a person was told before they were asked for data about themselves. */
@InputType({
  description:
    "The notice given before the person was asked for data about themselves: why it is asked, whether they may refuse, what follows from either, and who else may get it (Minn. Stat. 13.04 subd. 2).",
})
export class TennessenWarningInput {
  @IsPlainText(40)
  @Field(() => String, { description: "The version of the county's text that was used, 1 to 40 characters." })
  readonly version: string;

  @Matches(/^[a-z]{3}$/, { message: "`language` must be an ISO 639-3 code, such as eng" })
  @Field(() => String, { description: "The language in which it was given, in ISO 639-3." })
  readonly language: string;

  @Field(() => Date, { description: "When it was given; not in the future." })
  readonly givenAt: Date;

  @IsOptional()
  @IsId()
  @Field(() => ID, { nullable: true, description: "The staff member who gave it; you without this." })
  readonly givenBy?: string | null;
}
