import { Directive, Field, ID, ObjectType } from "type-graphql";

/** A service, which the resources slice owns. */
@Directive("@extends")
@Directive('@key(fields: "id")')
@ObjectType("Service", { simpleResolvers: true })
export class ServiceReference {
  @Field(() => ID)
  readonly id: string;
}
