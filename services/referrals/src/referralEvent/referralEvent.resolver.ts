import { load, type RequestContext } from "@corespond/kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { serviceReferralById } from "../serviceReferral/serviceReferral.loader";
import { ServiceReferral } from "../serviceReferral/serviceReferral.type";
import { staffMemberOf, StaffMemberReference } from "../staffMember/staffMember.type";
import { ReferralEvent } from "./referralEvent.type";

/** Where an entry of a timeline leads. */
@Resolver(() => ReferralEvent)
export class ReferralEventResolver {
  @FieldResolver(() => StaffMemberReference, {
    nullable: true,
    description: "Whoever took the step; null where you may not see them.",
  })
  by(@Root() { byId }: ReferralEvent): StaffMemberReference | null {
    return staffMemberOf(byId);
  }

  @FieldResolver(() => ServiceReferral, {
    nullable: true,
    description: "The service referral that the step was taken on; null for a step on the referral itself.",
  })
  async serviceReferral(
    @Root() { serviceReferralId }: ReferralEvent,
    @Ctx() context: RequestContext,
  ): Promise<ServiceReferral | null> {
    return serviceReferralId === null ? null : await load(context, serviceReferralById, serviceReferralId);
  }
}
