import { DateScalar } from "@corespond/kit";
import { Directive, Field, Float, ID, ObjectType } from "type-graphql";

import { AgencyKind } from "./agency.kind";

/** Where an agency stands. */
@ObjectType({
  description: "A point on the earth, in the World Geodetic System of 1984 (WGS 84).",
  simpleResolvers: true,
})
export class AgencyCoordinates {
  @Field(() => Float, { description: "Degrees north of the equator, -90 to 90." })
  readonly latitude: number;

  @Field(() => Float, { description: "Degrees east of Greenwich, -180 to 180." })
  readonly longitude: number;
}

/** An agency as everybody sees it. */
@Directive('@key(fields: "id")')
@ObjectType({
  description: "A public agency of the program: police, sheriff, dispatch or human services. Public data.",
  simpleResolvers: true,
})
export class Agency {
  @Field(() => ID, { description: "The agency's id in this graph." })
  readonly id: string;

  @Field(() => String, { description: "The agency's name." })
  readonly name: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Originating Agency Identifier that the FBI gives law enforcement agencies: 9 characters, the first two its state, for example `MN0270300`. Null for agencies without one.",
  })
  readonly ori: string | null;

  @Field(() => AgencyKind, { description: "What the agency is." })
  readonly kind: AgencyKind;

  @Field(() => String, { nullable: true, description: 'The county in which the agency is, without the word "County".' })
  readonly county: string | null;

  @Field(() => AgencyCoordinates, {
    nullable: true,
    description: "Where the agency is, as its source gives it: often the middle of its county. Null where unknown.",
  })
  readonly coordinates: AgencyCoordinates | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Since when the agency reports to the FBI's National Incident-Based Reporting System (NIBRS). Null where it does not, or it is unknown.",
  })
  readonly nibrsSince: string | null;

  readonly dispatchedById: string | null;
}
