import { IsPlainText } from "@corespond/kit";
import { Field, InputType } from "type-graphql";

/** A phone number of a person to be registered. */
@InputType("PersonPhoneInput", { description: "A phone number of the person to be registered." })
export class PhoneInput {
  @IsPlainText(40)
  @Field(() => String, {
    description:
      "The number as written down, 1 to 40 characters; without a country code one of the United States. What is no possible number is kept as written.",
  })
  readonly number: string;
}
