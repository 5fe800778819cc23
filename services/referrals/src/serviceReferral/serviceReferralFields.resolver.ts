import { ConnectionArgs, load, loadPage, pageRequest, type Connection, type RequestContext } from "@corespond/kit";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { OrganizationReference } from "../organization/organization.type";
import { personOf, PersonReference } from "../person/person.type";
import { referralById } from "../referral/referral.loader";
import { Referral } from "../referral/referral.type";
import { ReferralEventConnection } from "../referralEvent/referralEvent.connection";
import { timelineOfServiceReferral } from "../referralEvent/referralEvent.loader";
import type { ReferralEvent } from "../referralEvent/referralEvent.type";
import { ServiceReference } from "../service/service.type";
import { staffMemberOf, StaffMemberReference } from "../staffMember/staffMember.type";
import { isWithheldOnServiceReferral } from "./serviceReferral.policy";
import { ServiceReferral } from "./serviceReferral.type";

/** Where a service referral leads. */
@Resolver(() => ServiceReferral)
export class ServiceReferralFieldsResolver {
  @FieldResolver(() => Referral, {
    nullable: true,
    description: "The referral that it was made for; its provider does not see that one.",
  })
  async referral(@Root() { referralId }: ServiceReferral, @Ctx() context: RequestContext): Promise<Referral | null> {
    return referralId === null ? null : await load(context, referralById, referralId);
  }

  @FieldResolver(() => PersonReference, {
    nullable: true,
    description:
      "The resident. Its provider sees who it is from acceptance until the days after the end that `Program.providerSightDays` gives are over.",
  })
  person(@Root() { recordId }: ServiceReferral): PersonReference | null {
    return recordId === null ? null : personOf(recordId);
  }

  @FieldResolver(() => ServiceReference, {
    nullable: true,
    description: "The service that the resident is referred to.",
  })
  service(@Root() { serviceId }: ServiceReferral): ServiceReference {
    return { id: serviceId };
  }

  @FieldResolver(() => OrganizationReference, {
    nullable: true,
    description: "The organization that provides the service and answers.",
  })
  organization(@Root() { organizationId }: ServiceReferral): OrganizationReference {
    return { id: organizationId };
  }

  @FieldResolver(() => StaffMemberReference, {
    nullable: true,
    description: "The social worker who made it; its provider sees who from acceptance on.",
  })
  referredBy(@Root() { referredById }: ServiceReferral): StaffMemberReference | null {
    return staffMemberOf(referredById);
  }

  @FieldResolver(() => ReferralEventConnection, {
    nullable: true,
    description: "What happened to it, newest first; its provider sees it from acceptance on.",
  })
  async timeline(
    @Root() serviceReferral: ServiceReferral,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ReferralEvent> | null> {
    const page = pageRequest(args);
    if (isWithheldOnServiceReferral(serviceReferral, "timeline")) return null;
    return await loadPage(context, timelineOfServiceReferral, { parents: [serviceReferral.id], page, filter: null });
  }
}
