import { Field, ID, ObjectType } from "type-graphql";

/** A service area as everybody sees it. */
@ObjectType({
  description: "An area whose residents a service is for (HSDS 3.1 `service_area`). Public data.",
  simpleResolvers: true,
})
export class ServiceArea {
  @Field(() => ID, { description: "The service area's id in this graph." })
  readonly id: string;

  @Field(() => String, { nullable: true, description: "The area, for people to read." })
  readonly name: string | null;

  @Field(() => String, { nullable: true, description: "The area in more words." })
  readonly description: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The area in the form that `extentType` names, such as GeoJSON.",
  })
  readonly extent: string | null;

  @Field(() => String, { nullable: true, description: "The form of `extent`: `geojson`, `topojson`, `kml` or `text`." })
  readonly extentType: string | null;

  @Field(() => String, { nullable: true, description: "A URI of the area." })
  readonly uri: string | null;
}
