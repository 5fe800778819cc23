import { askFirst, mutate, type RequestContext, Role } from "@corespond/kit";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import { intakeAnswer, nothingPromised } from "../intake/intakeAnswer.service";
import { referralPayload } from "./referral.payloads";
import { submissionFacts } from "./submissionFacts.service";
import { SubmitReferralInput } from "./submitReferral.inputs";
import { SubmitReferralPayload } from "./submitReferral.payload";
import { submitReferral } from "./submitReferral.service";

const roles: readonly Role[] = [Role.OFFICER, Role.DISPATCHER, Role.SOCIAL_WORKER];

/** How a referral begins. */
@Resolver()
export class SubmitReferralMutations {
  @Mutation(() => SubmitReferralPayload, {
    nullable: true,
    description:
      "Refers a resident to the social worker embedded with an agency, and says when somebody will next look. This is not an emergency channel, whatever the urgency: where life is in danger call 911, in a mental health crisis call or text 988. Officers, dispatchers, and social workers (for residents who ask themselves) may.",
  })
  async submitReferral(
    @Arg("input", () => SubmitReferralInput, { description: "Who is referred, and why." }) input: SubmitReferralInput,
    @Ctx() context: RequestContext,
  ): Promise<SubmitReferralPayload> {
    const facts = await askFirst(context, roles, () => submissionFacts(context, input));
    const outcome = await mutate(
      context,
      { name: "submitReferral", roles, act: async (transaction) => await submitReferral(transaction, input, facts()) },
      input,
    );
    const promised = outcome.result ? await intakeAnswer(context, outcome.result.agencyId) : nothingPromised;
    return { ...(await referralPayload(context, outcome)), ...promised };
  }
}
