import { Directive, Field, ID, ObjectType } from "type-graphql";

/** A county's program, which the agencies slice owns. */
@Directive("@extends")
@Directive('@key(fields: "id")')
@ObjectType("Program", { simpleResolvers: true })
export class ProgramReference {
  @Field(() => ID)
  readonly id: string;
}
