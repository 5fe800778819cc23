import { DateScalar, graphError, type RequestContext } from "@corespond/kit";
import { Args, ArgsType, Ctx, Field, Int, Query, Resolver } from "type-graphql";

import { mostMatches, searchCriteria } from "./search.criteria";
import { findPersons } from "./search.loader";
import { PersonMatch } from "./search.type";

@ArgsType()
class SearchPersonsArgs {
  @Field(() => String, {
    nullable: true,
    description: "A name or a part of one, 2 letters or more; accents, case and the order of words do not matter.",
  })
  readonly name?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Birth date." })
  readonly birthDate?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Phone number, 7 digits or more; without a country code one of the United States.",
  })
  readonly phone?: string | null;

  @Field(() => Int, { defaultValue: 20, description: "How many matches at most, 1 to 50." })
  readonly first: number;
}

/** The search for persons. */
@Resolver()
export class SearchResolver {
  @Query(() => [PersonMatch], {
    nullable: true,
    description:
      "Persons who fit at least one of the criteria, the best first, among the records that this viewer may see (for a social worker: the agencies that they serve, and the 1,000 newest records related to them). Empty for roles that may not search, providers among them.",
  })
  async searchPersons(
    @Args() args: SearchPersonsArgs,
    @Ctx() context: RequestContext,
  ): Promise<readonly PersonMatch[]> {
    const { first } = args;
    if (first < 1 || first > mostMatches) {
      throw graphError("BAD_USER_INPUT", `\`first\` must be from 1 to ${mostMatches}, but got: ${first}.`, {
        argumentName: "first",
        limit: mostMatches,
      });
    }
    return await findPersons(context, searchCriteria(args), first);
  }
}
