import { askFirst, isUuid, mutate, Role, type RequestContext } from "@corespond/kit";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import { socialWorkerOf } from "../ports/agencies.port";
import { ReassignReferralInput } from "./referral.inputs";
import { referralPayload, referralPayloadType, type ReferralPayload } from "./referral.payloads";
import { reassignReferral } from "./reassignReferral.service";

const ReassignReferralPayload = referralPayloadType("reassignReferral", "ReassignReferralPayload");
const roles: readonly Role[] = [Role.SOCIAL_WORKER, Role.SUPERVISOR];

/** How a referral changes hands. */
@Resolver()
export class ReassignReferralMutations {
  @Mutation(() => ReassignReferralPayload, {
    nullable: true,
    description:
      "Gives a referral that is being worked to another social worker of its agency, with a reason. Its owner may, whoever covers for the owner, and a supervisor of its agency's program. The resident is told by the event `referral.reassigned`. Service referrals keep their author.",
  })
  async reassignReferral(
    @Arg("input", () => ReassignReferralInput, { description: "Which referral, to whom, and why." })
    input: ReassignReferralInput,
    @Ctx() context: RequestContext,
  ): Promise<ReferralPayload> {
    const { toStaffId: staffId } = input;
    const worker = await askFirst(context, roles, async () =>
      isUuid(staffId) ? await context.ports.ask(socialWorkerOf, { staffId }) : null,
    );
    const outcome = await mutate(
      context,
      {
        name: "reassignReferral",
        roles,
        act: async (transaction) => await reassignReferral(transaction, { ...input, serves: worker()?.serves ?? [] }),
      },
      input,
    );
    return await referralPayload(context, outcome);
  }
}
