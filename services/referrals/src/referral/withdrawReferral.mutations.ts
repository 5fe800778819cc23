import { mutate, Role, type RequestContext } from "@corespond/kit";
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";

import { WithdrawReferralInput } from "./referral.inputs";
import { referralPayload, referralPayloadType } from "./referral.payloads";
import { withdrawReferral } from "./withdrawReferral.service";

const roles: readonly Role[] = [Role.OFFICER, Role.DISPATCHER, Role.SOCIAL_WORKER];

/** Result of `withdrawReferral`. */
@ObjectType({ description: "Result of `withdrawReferral`.", simpleResolvers: true })
export class WithdrawReferralPayload extends referralPayloadType("withdrawReferral", "WithdrawReferralPayloadBase") {
  @Field(() => Boolean, {
    nullable: true,
    description:
      "true: somebody had accepted it, so its owner was told and decides. false: it was taken back. Null where nothing was changed.",
  })
  readonly becameMessage: boolean | null;
}

/** How a sender takes a referral back. */
@Resolver()
export class WithdrawReferralMutations {
  @Mutation(() => WithdrawReferralPayload, {
    nullable: true,
    description:
      "Takes back a referral that nobody has accepted, with a reason; once it is accepted, tells its owner instead, who alone closes it. Its author may, and everybody of the agency that sent it.",
  })
  async withdrawReferral(
    @Arg("input", () => WithdrawReferralInput, { description: "Which referral, and why." })
    input: WithdrawReferralInput,
    @Ctx() context: RequestContext,
  ): Promise<WithdrawReferralPayload> {
    const outcome = await mutate(context, { name: "withdrawReferral", roles, act: withdrawReferral }, input);
    return { ...(await referralPayload(context, outcome)), becameMessage: outcome.result?.becameMessage ?? null };
  }
}
