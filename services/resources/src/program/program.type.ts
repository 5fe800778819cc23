import { Field, ID, ObjectType } from "type-graphql";

/** A program as everybody sees it. */
@ObjectType({
  description: "A program of an organization that groups services (HSDS 3.1 `program`). Public data.",
  simpleResolvers: true,
})
export class ServiceProgram {
  @Field(() => ID, { description: "The program's id in this graph." })
  readonly id: string;

  @Field(() => String, { description: "The program's id in its directory." })
  readonly externalId: string;

  @Field(() => String, { description: "The program's name." })
  readonly name: string;

  @Field(() => String, { nullable: true, description: "Another name by which the program is known." })
  readonly alternateName: string | null;

  @Field(() => String, { nullable: true, description: "What the program does." })
  readonly description: string | null;
}
