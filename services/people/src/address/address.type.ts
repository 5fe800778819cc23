import { Field, ObjectType, registerEnumType } from "type-graphql";

/** What an address is to the person. */
export enum AddressKind {
  HOME = "HOME",
  MAILING = "MAILING",
  SHELTER = "SHELTER",
  NONE = "NONE",
  DESIGNATED = "DESIGNATED",
}

registerEnumType(AddressKind, {
  name: "PersonAddressKind",
  description: "What an address is to the person.",
  valuesConfig: {
    HOME: { description: "Where the person lives." },
    MAILING: { description: "Where mail reaches the person." },
    SHELTER: { description: "A shelter where the person stays." },
    NONE: { description: "The person has no fixed address; says so without street or city." },
    DESIGNATED: {
      description:
        "The designated address of a participant in an address confidentiality program (Safe at Home, Minn. Stat. 5B). It is the only address that is kept of that person.",
    },
  },
});

/** An address of a person. */
@ObjectType({ description: "An address of a person; its parts are named as in HSDS 3.1.", simpleResolvers: true })
export class PersonAddress {
  @Field(() => AddressKind, { description: "What the address is to the person." })
  readonly kind: AddressKind;

  @Field(() => String, { nullable: true, description: "Name of the place, such as a shelter's." })
  readonly place: string | null;

  @Field(() => String, { nullable: true, description: "First line: number and street, or a post office box." })
  readonly address1: string | null;

  @Field(() => String, { nullable: true, description: "Second line: apartment, unit." })
  readonly address2: string | null;

  @Field(() => String, { nullable: true, description: "City." })
  readonly city: string | null;

  @Field(() => String, { nullable: true, description: "State, for example `MN`." })
  readonly stateProvince: string | null;

  @Field(() => String, { nullable: true, description: "Postal code." })
  readonly postalCode: string | null;

  @Field(() => String, { nullable: true, description: "Country (ISO 3166-1, two letters)." })
  readonly country: string | null;
}
