import { IsPlainText } from "@corespond/kit";
import { IsOptional } from "class-validator";
import { Field, InputType } from "type-graphql";

import { GuardianAuthority } from "./guardian.type";

/** Somebody who decides for a person to be registered. */
@InputType({ description: "Somebody who decides for the person to be registered, or with them." })
export class GuardianInput {
  @IsPlainText(200)
  @Field(() => String, { description: "The guardian's name, 1 to 200 characters." })
  readonly name: string;

  @IsOptional()
  @IsPlainText(60)
  @Field(() => String, {
    nullable: true,
    description: "How the guardian is related to the person, 1 to 60 characters.",
  })
  readonly relation?: string | null;

  @IsOptional()
  @IsPlainText(40)
  @Field(() => String, { nullable: true, description: "The guardian's phone as written, 1 to 40 characters." })
  readonly phone?: string | null;

  @Field(() => GuardianAuthority, {
    defaultValue: GuardianAuthority.NOT_STATED,
    description: "By what right the guardian decides.",
  })
  readonly authority: GuardianAuthority;
}
