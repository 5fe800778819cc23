import { ConnectionArgs } from "@corespond/kit";
import { ArgsType, Field } from "type-graphql";

/** Arguments of the list of terms. */
@ArgsType()
export class TaxonomyTermsArgs extends ConnectionArgs {
  @Field(() => String, {
    nullable: true,
    description: "Only terms whose name holds this text, in either case; at most 200 characters.",
  })
  readonly search?: string | null;
}
