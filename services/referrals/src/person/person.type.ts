import { Directive, Field, ID, ObjectType } from "type-graphql";

/** A person as this slice knows one: by source records, never by the golden id. */
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

/** The person behind a source record. */
export const personOf = (recordId: string): PersonReference => ({ recordId }) as PersonReference;
