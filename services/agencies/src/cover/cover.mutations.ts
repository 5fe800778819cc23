import { load, mutate, type RequestContext } from "@corespond/kit";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import { EndCoverInput, EndCoverPayload, LendCaseloadInput, LendCaseloadPayload } from "./cover.inputs";
import { coverById } from "./cover.loader";
import { endCover } from "./endCover.service";
import { lendCaseload } from "./lendCaseload.service";

/** Actions on covers. */
@Resolver()
export class CoverMutations {
  @Mutation(() => LendCaseloadPayload, {
    nullable: true,
    description:
      "Lends a social worker's caseload to a colleague for a time. A social worker may lend the own, a supervisor those of the county. Protected service referrals are not lent.",
  })
  async lendCaseload(
    @Arg("input", () => LendCaseloadInput, { description: "The cover." }) input: LendCaseloadInput,
    @Ctx() context: RequestContext,
  ): Promise<LendCaseloadPayload> {
    const { result, userErrors } = await mutate(context, lendCaseload, input);
    return { cover: result && (await load(context, coverById, result.id)), userErrors };
  }

  @Mutation(() => EndCoverPayload, {
    nullable: true,
    description:
      "Ends a cover early, at once. Either of the two social workers may, and a supervisor of their county. Without it a cover ends by itself.",
  })
  async endCover(
    @Arg("input", () => EndCoverInput, { description: "The cover." }) input: EndCoverInput,
    @Ctx() context: RequestContext,
  ): Promise<EndCoverPayload> {
    const { result, userErrors } = await mutate(context, endCover, input);
    return { cover: result && (await load(context, coverById, result.id)), userErrors };
  }
}
