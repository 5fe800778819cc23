import { ConnectionArgs } from "@corespond/kit";
import { ArgsType, Field, ID } from "type-graphql";

import { CodeSetInput } from "../natureCode/codeSet.inputs";
import { CallSubjectRole } from "./call.roles";

/** Arguments of a list of calls. */
@ArgsType()
export class CallsArgs extends ConnectionArgs {
  @Field(() => Date, { nullable: true, description: "Only calls received at this instant or later." })
  readonly since?: Date | null;

  @Field(() => Date, { nullable: true, description: "Only calls received before this instant." })
  readonly until?: Date | null;

  @Field(() => CodeSetInput, {
    nullable: true,
    description: "Only calls whose common code is in this set. `BAD_USER_INPUT` for a set that was not published.",
  })
  readonly codeSet?: CodeSetInput | null;

  @Field(() => String, { nullable: true, description: "Only calls of this beat or dispatch group." })
  readonly beat?: string | null;
}

/** Arguments of the list of all calls. */
@ArgsType()
export class AllCallsArgs extends CallsArgs {
  @Field(() => ID, { nullable: true, description: "Only calls of this agency." })
  readonly agencyId?: string | null;
}

/** Arguments of the list of a person's calls. */
@ArgsType()
export class PersonCallsArgs extends CallsArgs {
  @Field(() => CallSubjectRole, { nullable: true, description: "Only calls in which the person is this." })
  readonly role?: CallSubjectRole | null;
}
