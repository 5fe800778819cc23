import { ConnectionArgs } from "@corespond/kit";
import { ArgsType, Field } from "type-graphql";

/** Arguments of the list of an agency's own codes. */
@ArgsType()
export class NatureCodesArgs extends ConnectionArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: "Only codes that stand for no common code (`true`), or only those that do (`false`).",
  })
  readonly unmapped?: boolean | null;
}
