import { graphError, type RequestContext } from "@corespond/kit";
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from "type-graphql";

import { Service } from "../service/service.type";
import { ReferralReference } from "./referral.type";
import { loadSuggestedServices } from "./suggestedServices.loader";

const mostSuggestions = 20;

/** What this slice adds to referrals. */
@Resolver(() => ReferralReference)
export class ReferralResolver {
  @Directive('@requires(fields: "reasonCodes")')
  @FieldResolver(() => [Service], {
    description:
      "Active services that answer the referral's reasons, those that accept referrals first, best match first. They depend on the reasons alone: on nothing that is known of the person.",
  })
  async suggestedServices(
    @Root() referral: ReferralReference,
    @Ctx() context: RequestContext,
    @Arg("first", () => Int, { defaultValue: 5, description: "How many at most, 1 to 20." }) first: number,
  ): Promise<readonly Service[]> {
    if (first < 1 || first > mostSuggestions) {
      throw graphError("BAD_USER_INPUT", `\`first\` must be from 1 to ${mostSuggestions}, but got: ${first}.`, {
        argumentName: "first",
      });
    }
    return await loadSuggestedServices(context, referral.reasonCodes, first);
  }
}
