import { Directive, Field, ID, ObjectType } from "type-graphql";

/** An agency, which the agencies slice owns. */
@Directive("@extends")
@Directive('@key(fields: "id")')
@ObjectType("Agency", { simpleResolvers: true })
export class AgencyReference {
  @Field(() => ID)
  readonly id: string;
}
