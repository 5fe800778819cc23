import { askFirst, mutate, type RequestContext, Role } from "@corespond/kit";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import { referableService } from "./referableService.service";
import { referToService } from "./referToService.service";
import { ReferToServiceInput } from "./serviceReferral.inputs";
import {
  serviceReferralPayload,
  serviceReferralPayloadType,
  type ServiceReferralPayload,
} from "./serviceReferral.payloads";

const ReferToServicePayload = serviceReferralPayloadType("referToService", "ReferToServicePayload");
const roles: readonly Role[] = [Role.SOCIAL_WORKER];

/** How the second leg begins. */
@Resolver()
export class ReferToServiceMutations {
  @Mutation(() => ReferToServicePayload, {
    nullable: true,
    description:
      "Refers the resident of a referral that you own, and that is accepted or in progress, on to a service that takes referrals directly. One to a substance use program under 42 CFR Part 2 or to a victim service needs a consent in force that names the service's organization, and is refused with all that is missing without; nobody but you, the provider and those whom a consent names sees it.",
  })
  async referToService(
    @Arg("input", () => ReferToServiceInput, {
      description: "Which referral, which service, and what the provider is told.",
    })
    input: ReferToServiceInput,
    @Ctx() context: RequestContext,
  ): Promise<ServiceReferralPayload> {
    const service = await askFirst(context, roles, () => referableService(context, input));
    const outcome = await mutate(
      context,
      {
        name: "referToService",
        roles,
        act: async (transaction) => await referToService(transaction, input, service()),
      },
      input,
    );
    return await serviceReferralPayload(context, outcome);
  }
}
