import { Field, ID, ObjectType } from "type-graphql";

import { LocationType } from "../location/location.kind";

/** An address as everybody sees it. */
@ObjectType({
  description: "An address of a location (HSDS 3.1 `address`). Those of a confidential location are not in the graph.",
  simpleResolvers: true,
})
export class Address {
  @Field(() => ID, { description: "The address's id in this graph." })
  readonly id: string;

  @Field(() => String, { nullable: true, description: "To whose attention mail is addressed." })
  readonly attention: string | null;

  @Field(() => String, { description: "The first line: street and number." })
  readonly address1: string;

  @Field(() => String, { nullable: true, description: "The second line: floor, suite." })
  readonly address2: string | null;

  @Field(() => String, { nullable: true, description: "The city." })
  readonly city: string | null;

  @Field(() => String, { nullable: true, description: "The region, such as the county." })
  readonly region: string | null;

  @Field(() => String, { nullable: true, description: "The state or province; in the United States its two letters." })
  readonly stateProvince: string | null;

  @Field(() => String, { nullable: true, description: "The postal code." })
  readonly postalCode: string | null;

  @Field(() => String, { nullable: true, description: "The country, ISO 3166-1 alpha-2." })
  readonly country: string | null;

  @Field(() => LocationType, { description: "What is at the address: a place to go to, or to write to." })
  readonly addressType: LocationType;
}
