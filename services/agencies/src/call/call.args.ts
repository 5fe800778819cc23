import { ConnectionArgs } from "@corespond/kit";
import { ArgsType, Field, ID } from "type-graphql";

/** Arguments of a list of calls. */
@ArgsType()
export class CallsArgs extends ConnectionArgs {
  @Field(() => Date, { nullable: true, description: "Only calls received at this instant or later." })
  readonly since?: Date | null;

  @Field(() => Date, { nullable: true, description: "Only calls received before this instant." })
  readonly until?: Date | null;
}

/** Arguments of the list of all calls. */
@ArgsType()
export class AllCallsArgs extends CallsArgs {
  @Field(() => ID, { nullable: true, description: "Only calls of this agency." })
  readonly agencyId?: string | null;
}
