import { Redaction } from "@corespond/kit";
import { Directive, Field, Float, ID, ObjectType } from "type-graphql";

import { LocationType } from "./location.kind";

/** How a confidential location is reached. */
@ObjectType({
  description:
    "How a confidential location is reached: a contact that does not say where it is. Staff there decide whom to tell more.",
  simpleResolvers: true,
})
export class FrontGate {
  @Field(() => String, { nullable: true, description: "A telephone number to call first, as the directory gives it." })
  readonly phone: string | null;

  @Field(() => String, { nullable: true, description: "What to say or do, for people to read." })
  readonly text: string | null;
}

/** A location as everybody sees it. */
@Directive('@key(fields: "id")')
@ObjectType({
  description:
    "A place where services are given, real or virtual (HSDS 3.1 `location`). Public data. Of a confidential location there is only its front gate: no name, no address, no coordinates, and no part in any search by distance.",
  simpleResolvers: true,
})
export class Location {
  @Field(() => ID, { description: "The location's id in this graph." })
  readonly id: string;

  @Field(() => Boolean, {
    description:
      "Whether the place is kept secret, as shelters for victims of violence are. Then all but `frontGate` is withheld.",
  })
  readonly confidential: boolean;

  @Field(() => FrontGate, {
    nullable: true,
    description: "How a confidential location is reached; null on every other.",
  })
  readonly frontGate: FrontGate | null;

  @Field(() => String, { nullable: true, description: "Which directory the location comes from." })
  readonly source: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The location's id in its directory; unique together with `source`.",
  })
  readonly externalId: string | null;

  @Field(() => LocationType, { nullable: true, description: "What the location is." })
  readonly locationType: LocationType | null;

  @Field(() => String, { nullable: true, description: "Where the location is on the network, an http or https URL." })
  readonly url: string | null;

  @Field(() => String, { nullable: true, description: "The location's name." })
  readonly name: string | null;

  @Field(() => String, { nullable: true, description: "Another name by which the location is known." })
  readonly alternateName: string | null;

  @Field(() => String, { nullable: true, description: "What the location is." })
  readonly description: string | null;

  @Field(() => String, { nullable: true, description: "How to get there." })
  readonly transportation: string | null;

  @Field(() => Float, {
    nullable: true,
    description: "Degrees north of the equator, -90 to 90 (WGS 84). Null where unknown.",
  })
  readonly latitude: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Degrees east of Greenwich, -180 to 180 (WGS 84). Null where unknown.",
  })
  readonly longitude: number | null;

  @Field(() => String, { nullable: true, description: "The location's id in a scheme of others, such as a UPRN." })
  readonly externalIdentifier: string | null;

  @Field(() => String, { nullable: true, description: "The scheme of `externalIdentifier`." })
  readonly externalIdentifierType: string | null;

  @Field(() => [Redaction], {
    description: "The fields that nobody gets of a confidential location, whatever they hold; empty on every other.",
  })
  readonly redactions: readonly Redaction[];

  readonly organizationId: string | null;
}
