import { Directive, Field, ID, ObjectType } from "type-graphql";

/** A resident, whom this slice knows by the id of a source record alone; another slice owns it. */
@Directive("@extends")
@Directive('@key(fields: "recordId")')
@ObjectType("Person", { simpleResolvers: true })
export class PersonReference {
  @Directive("@inaccessible")
  @Field(() => ID)
  readonly recordId: string;

  @Directive("@external")
  @Field(() => [ID])
  readonly recordIds: readonly string[];
}
