import { Field, ObjectType, registerEnumType } from "type-graphql";

/** What a name is used for. */
export enum NameUse {
  OFFICIAL = "OFFICIAL",
  ALIAS = "ALIAS",
  FORMER = "FORMER",
  NICKNAME = "NICKNAME",
}

registerEnumType(NameUse, {
  name: "NameUse",
  description: "What a name is used for (after FHIR HumanName.use).",
  valuesConfig: {
    OFFICIAL: { description: "The name in the person's papers." },
    ALIAS: { description: "Another name that the person goes by or has given." },
    FORMER: { description: "A name that was official before, for example before a marriage." },
    NICKNAME: { description: "What people call the person." },
  },
});

/** A name of a person. */
@ObjectType({ description: "A name of a person (after FHIR HumanName).", simpleResolvers: true })
export class PersonName {
  @Field(() => NameUse, { description: "What the name is used for." })
  readonly use: NameUse;

  @Field(() => String, { nullable: true, description: "Given (first) name." })
  readonly given: string | null;

  @Field(() => String, { nullable: true, description: "Middle names." })
  readonly middle: string | null;

  @Field(() => String, { nullable: true, description: "Family (last) name." })
  readonly family: string | null;

  @Field(() => String, { nullable: true, description: "Suffix, such as `Jr` or `III`." })
  readonly suffix: string | null;

  @Field(() => String, { description: "The whole name as it is read: given, middle, family, suffix." })
  readonly text: string;
}

type NameParts = Pick<PersonName, "given" | "middle" | "family" | "suffix">;

/** The whole name as it is read. */
export function nameText({ given, middle, family, suffix }: NameParts): string {
  return [given, middle, family, suffix].filter((part) => part != null).join(" ");
}
