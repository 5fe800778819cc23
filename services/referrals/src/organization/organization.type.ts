import { Directive, Field, ID, ObjectType } from "type-graphql";

/** An organization, which the resources slice owns; this slice adds nothing to it. */
@Directive("@extends")
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType("Organization", { simpleResolvers: true })
export class OrganizationReference {
  @Field(() => ID)
  readonly id: string;
}
