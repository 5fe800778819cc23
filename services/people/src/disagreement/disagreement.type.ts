import { Directive, Field, ObjectType } from "type-graphql";

/** What a person says against what a record says of them. */
@Directive('@requiresScopes(scopes: [["corespond.read"]])')
@ObjectType({
  description:
    "A person's statement that they dispute what a record says of them. It goes with the record wherever that is shown (Minn. Stat. 13.04 subd. 4).",
  simpleResolvers: true,
})
export class StatementOfDisagreement {
  @Field(() => String, { description: "The statement in the person's words." })
  readonly statement: string;

  @Field(() => Date, { description: "When it was recorded." })
  readonly recordedAt: Date;
}
