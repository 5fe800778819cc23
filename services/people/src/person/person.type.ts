import { Redaction } from "@corespond/kit";
import { Directive, Field, ID, ObjectType } from "type-graphql";

import { PersonDetails } from "../details/details.type";

/** A resident, as the records that a viewer may see describe them. */
@Directive('@key(fields: "id")')
@Directive('@key(fields: "recordId")')
@Directive('@requiresScopes(scopes: [["corespond.read"]])')
@ObjectType({
  description:
    "A resident, as the source records that this viewer may see describe them, and nothing else: two viewers may see different values of one person. Each field's description says which record's value wins.",
  simpleResolvers: true,
})
export class Person extends PersonDetails {
  @Field(() => ID, { description: "Identity of the person. After a merge the old id leads to the survivor." })
  readonly id: string;

  @Directive("@inaccessible")
  @Field(() => ID, { description: "The newest of `recordIds`: the handle by which other slices refer to the person." })
  readonly recordId: string;

  @Directive("@inaccessible")
  @Field(() => [ID], { description: "The source records that this viewer may see, newest first, the 200 newest." })
  readonly recordIds: readonly string[];

  @Field(() => [Redaction], { description: "The fields that this viewer never gets on a person, whatever they hold." })
  readonly redactions: readonly Redaction[];

  @Field(() => String, {
    description: "Opaque tag of the person as this viewer sees them; it changes when what they see changes.",
  })
  readonly version: string;
}
