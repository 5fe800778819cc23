import { Field, ObjectType, registerEnumType } from "type-graphql";

/** How a person may be contacted without danger to them. */
export enum SafeContactChannel {
  NONE = "NONE",
  PHONE = "PHONE",
  TEXT = "TEXT",
  EMAIL = "EMAIL",
  IN_PERSON = "IN_PERSON",
  THROUGH_OTHER = "THROUGH_OTHER",
}

registerEnumType(SafeContactChannel, {
  name: "SafeContactChannel",
  description:
    "How a person may be contacted without danger to them. Whoever shares the home or the phone may be the danger.",
  valuesConfig: {
    NONE: { description: "No channel is known to be safe: do not contact." },
    PHONE: { description: "By a call." },
    TEXT: { description: "By a text message, without content that tells why." },
    EMAIL: { description: "By e-mail." },
    IN_PERSON: { description: "By a visit." },
    THROUGH_OTHER: { description: "Through the person whom the instructions name." },
  },
});

/** A day of the week. */
export enum Weekday {
  MONDAY = "MONDAY",
  TUESDAY = "TUESDAY",
  WEDNESDAY = "WEDNESDAY",
  THURSDAY = "THURSDAY",
  FRIDAY = "FRIDAY",
  SATURDAY = "SATURDAY",
  SUNDAY = "SUNDAY",
}

registerEnumType(Weekday, {
  name: "SafeContactDay",
  description: "A day of the week.",
  valuesConfig: Object.fromEntries(
    Object.values(Weekday).map((day) => [day, { description: `${day.charAt(0)}${day.slice(1).toLowerCase()}.` }]),
  ),
});

/** Hours at which a contact is safe. */
@ObjectType({ description: "Hours at which a contact is safe, in the person's local time.", simpleResolvers: true })
export class SafeContactHours {
  @Field(() => [Weekday], { description: "The days." })
  readonly days: readonly Weekday[];

  @Field(() => String, { description: "From, local time, `HH:MM`." })
  readonly from: string;

  @Field(() => String, { description: "To, local time, `HH:MM`, later than `from`." })
  readonly to: string;
}

/** How a person may be contacted safely. */
@ObjectType({
  description: "How a person may be contacted without danger to them. Where nobody has asked, the channel is `NONE`.",
  simpleResolvers: true,
})
export class SafeContact {
  @Field(() => SafeContactChannel, { description: "The safe channel." })
  readonly channel: SafeContactChannel;

  @Field(() => [SafeContactHours], { description: "When it is safe; empty where no hours were stated. At most 14." })
  readonly hours: readonly SafeContactHours[];

  @Field(() => String, { nullable: true, description: "What else to mind, in the words of whoever asked." })
  readonly instructions: string | null;
}

/** What holds where nobody has asked. */
export const noSafeContact: SafeContact = { channel: SafeContactChannel.NONE, hours: [], instructions: null };
