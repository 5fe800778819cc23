import { Field, ID, ObjectType } from "type-graphql";

/** Somebody to ask, as everybody sees them. */
@ObjectType({
  description:
    "A person or desk to ask, as the directory publishes it (HSDS 3.1 `contact`). Those of a confidential location are not in the graph.",
  simpleResolvers: true,
})
export class ContactPerson {
  @Field(() => ID, { description: "The contact's id in this graph." })
  readonly id: string;

  @Field(() => String, { nullable: true, description: "The name of the person or desk." })
  readonly name: string | null;

  @Field(() => String, { nullable: true, description: "The job title." })
  readonly title: string | null;

  @Field(() => String, { nullable: true, description: "The department." })
  readonly department: string | null;

  @Field(() => String, { nullable: true, description: "The e-mail address, as the directory has it." })
  readonly email: string | null;
}
