import { Redaction } from "@corespond/kit";
import { Directive, Field, ID, ObjectType } from "type-graphql";

/** A service at a location as everybody sees it. */
@Directive('@key(fields: "id")')
@ObjectType({
  description: "That a service is given at a location (HSDS 3.1 `service_at_location`). Public data.",
  simpleResolvers: true,
})
export class ServiceAtLocation {
  @Field(() => ID, { description: "The id of the service at the location in this graph." })
  readonly id: string;

  @Field(() => String, { nullable: true, description: "Which directory it comes from." })
  readonly source: string | null;

  @Field(() => String, { nullable: true, description: "Its id in its directory; unique together with `source`." })
  readonly externalId: string | null;

  @Field(() => String, { nullable: true, description: "What is special about the service at this location." })
  readonly description: string | null;

  @Field(() => [Redaction], {
    description: "The fields that nobody gets where the location is confidential, whatever they hold; else empty.",
  })
  readonly redactions: readonly Redaction[];

  readonly serviceId: string;

  readonly locationId: string;
}
