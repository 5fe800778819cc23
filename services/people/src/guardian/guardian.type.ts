import { Field, ObjectType, registerEnumType } from "type-graphql";

import { PersonPhone } from "../phone/phone.type";

/** By what right somebody decides for a person. */
export enum GuardianAuthority {
  PARENT = "PARENT",
  GUARDIAN = "GUARDIAN",
  CONSERVATOR = "CONSERVATOR",
  HEALTH_CARE_AGENT = "HEALTH_CARE_AGENT",
  POWER_OF_ATTORNEY = "POWER_OF_ATTORNEY",
  NOT_STATED = "NOT_STATED",
}

registerEnumType(GuardianAuthority, {
  name: "GuardianAuthority",
  description: "By what right somebody decides for a person.",
  valuesConfig: {
    PARENT: { description: "Parent of a minor." },
    GUARDIAN: { description: "Guardian appointed by a court." },
    CONSERVATOR: { description: "Conservator appointed by a court: money and property only." },
    HEALTH_CARE_AGENT: { description: "Agent named in a health care directive." },
    POWER_OF_ATTORNEY: { description: "Attorney-in-fact under a power of attorney." },
    NOT_STATED: { description: "Not stated, and not to be relied on." },
  },
});

/** Somebody who decides for a person. */
@ObjectType({ description: "Somebody who decides for the person, or with them.", simpleResolvers: true })
export class Guardian {
  @Field(() => String, { description: "The guardian's name." })
  readonly name: string;

  @Field(() => String, {
    nullable: true,
    description: "How the guardian is related to the person, for example `aunt`.",
  })
  readonly relation: string | null;

  @Field(() => PersonPhone, { nullable: true, description: "The guardian's phone; withheld from police roles." })
  readonly phone: PersonPhone | null;

  @Field(() => GuardianAuthority, { description: "By what right the guardian decides." })
  readonly authority: GuardianAuthority;
}
