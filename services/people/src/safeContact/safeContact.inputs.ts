import { IsPlainText } from "@corespond/kit";
import { ArrayMaxSize, ArrayNotEmpty, IsOptional, Matches, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";

import { SafeContactChannel, Weekday } from "./safeContact.type";

const localTime = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Hours at which a contact is safe. */
@InputType({ description: "Hours at which a contact is safe, in the person's local time." })
export class SafeContactHoursInput {
  @ArrayNotEmpty({ message: "`days` must name at least one day" })
  @Field(() => [Weekday], { description: "The days, at least one." })
  readonly days: Weekday[];

  @Matches(localTime, { message: "`from` must be a time `HH:MM`" })
  @Field(() => String, { description: "From, local time, `HH:MM`." })
  readonly from: string;

  @Matches(localTime, { message: "`to` must be a time `HH:MM`" })
  @Field(() => String, { description: "To, local time, `HH:MM`, later than `from`." })
  readonly to: string;
}

/** How a person to be registered may be contacted safely. */
@InputType({
  description:
    "How the person to be registered may be contacted without danger to them, as they said. Leave it out where nobody has asked.",
})
export class SafeContactInput {
  @Field(() => SafeContactChannel, { defaultValue: SafeContactChannel.NONE, description: "The safe channel." })
  readonly channel: SafeContactChannel;

  @ArrayMaxSize(14, { message: "`hours` must be at most 14" })
  @ValidateNested({ each: true })
  @Field(() => [SafeContactHoursInput], { defaultValue: [], description: "When it is safe, at most 14." })
  readonly hours: SafeContactHoursInput[];

  @IsOptional()
  @IsPlainText(500)
  @Field(() => String, { nullable: true, description: "What else to mind, 1 to 500 characters." })
  readonly instructions?: string | null;
}
