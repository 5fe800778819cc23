import { Directive, Field, ID, ObjectType } from "type-graphql";

/** An organization that residents are referred to; another slice owns it. */
@Directive("@extends")
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType("Organization", { simpleResolvers: true })
export class OrganizationReference {
  @Field(() => ID)
  readonly id: string;
}
