import { DateScalar } from "@corespond/kit";
import { ArgsType, Field, Int } from "type-graphql";

import { CodeSetInput } from "../natureCode/codeSet.inputs";

/** What is asked of an agency's repeated calls. */
@ArgsType()
export class RepeatCallsArgs {
  @Field(() => CodeSetInput, {
    description: "Which calls count. `BAD_USER_INPUT` for a set that was not published.",
  })
  readonly codeSet: CodeSetInput;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The first day of the window, in the program's time zone; without it as many days before `until` as the program configures (365 by default).",
  })
  readonly since?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The first day after the window, in the program's time zone, at most 3660 days after `since`; without it today, so that only whole days count.",
  })
  readonly until?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "From how many incidents on, 2 to 1000; without it as many as the program configures (7 by default).",
  })
  readonly threshold?: number | null;
}

/** What is asked of an agency's repeat callers. */
@ArgsType()
export class RepeatCallersArgs extends RepeatCallsArgs {
  @Field(() => Date, {
    nullable: true,
    description:
      "As known at this instant: later corrections, merges and links are left out, so that an earlier figure is computed again. Without it, or for a later instant, as known now.",
  })
  readonly knownAt?: Date | null;
}
