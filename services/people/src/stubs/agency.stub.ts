import { Directive, Field, ID, ObjectType } from "type-graphql";

/** The stub of an entity that another slice owns; its owner describes it. */
@Directive("@extends")
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType("Agency", { simpleResolvers: true })
export class AgencyReference {
  @Field(() => ID)
  readonly id: string;
}
