import { Directive, Field, ID, ObjectType } from "type-graphql";

import { JurisdictionKind } from "./jurisdiction.kind";

/** An area that agencies serve, as everybody sees it. */
@Directive('@key(fields: "id")')
@ObjectType({ description: "A city, township or county that agencies serve. Public data.", simpleResolvers: true })
export class Jurisdiction {
  @Field(() => ID, { description: "The area's id in this graph." })
  readonly id: string;

  @Field(() => String, { description: "The area's name, for example `Brooklyn Park`." })
  readonly name: string;

  @Field(() => JurisdictionKind, { description: "What the area is." })
  readonly kind: JurisdictionKind;

  @Field(() => String, {
    nullable: true,
    description:
      "The Census Bureau's geographic identifier, digits only: 7 for a city (state and place), 10 for a township (state, county and subdivision), 5 for a county. Brooklyn Park is `2707966`. Null where nobody has looked it up.",
  })
  readonly geoid: string | null;

  @Field(() => String, {
    description: "Federal code of the county (FIPS 6-4): 5 digits, the first two its state. Hennepin is `27053`.",
  })
  readonly countyFips: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Where it is known from that its agencies serve it, or that this is a reconstruction; null where they say so themselves.",
  })
  readonly provenance: string | null;
}
