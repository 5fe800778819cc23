import {
  ConnectionArgs,
  loadPage,
  pageRequest,
  type Connection,
  type PageLoader,
  type RequestContext,
} from "@corespond/kit";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { ContactConnection } from "../contact/contact.connection";
import { contactsOfReferral } from "../contact/contact.loader";
import type { Contact } from "../contact/contact.type";
import { ReferralEventConnection } from "../referralEvent/referralEvent.connection";
import { timelineOfReferral } from "../referralEvent/referralEvent.loader";
import type { ReferralEvent } from "../referralEvent/referralEvent.type";
import { ReferralMessageConnection } from "../referralMessage/referralMessage.connection";
import { messagesOfReferral } from "../referralMessage/referralMessage.loader";
import type { ReferralMessage } from "../referralMessage/referralMessage.type";
import { ServiceReferralConnection } from "../serviceReferral/serviceReferral.connection";
import { serviceReferralsOfReferral } from "../serviceReferral/serviceReferral.loader";
import type { ServiceReferral } from "../serviceReferral/serviceReferral.type";
import { isWithheld } from "./referral.policy";
import { Referral } from "./referral.type";

type ListField = Parameters<typeof isWithheld>[1];

/** The lists under a referral: null where its view withholds them. */
@Resolver(() => Referral)
export class ReferralHistoryResolver {
  @FieldResolver(() => ReferralEventConnection, {
    nullable: true,
    description:
      "What happened to it and to the service referrals made for it that you may see, newest first; for the welfare side.",
  })
  async timeline(
    @Root() referral: Referral,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ReferralEvent> | null> {
    return await listOf(context, { referral, field: "timeline", args }, timelineOfReferral);
  }

  @FieldResolver(() => ContactConnection, {
    nullable: true,
    description: "The contacts with the resident, from the latest to the earliest; for the welfare side.",
  })
  async contacts(
    @Root() referral: Referral,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Contact> | null> {
    return await listOf(context, { referral, field: "contacts", args }, contactsOfReferral);
  }

  @FieldResolver(() => ServiceReferralConnection, {
    nullable: true,
    description:
      "The service referrals made for it that you may see, from the latest sent to the earliest; for the welfare side.",
  })
  async serviceReferrals(
    @Root() referral: Referral,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ServiceReferral> | null> {
    return await listOf(context, { referral, field: "serviceReferrals", args }, serviceReferralsOfReferral);
  }

  @FieldResolver(() => ReferralMessageConnection, {
    nullable: true,
    description: "What its sender told its owner, from the latest to the earliest; for both, not for privacy officers.",
  })
  async messages(
    @Root() referral: Referral,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ReferralMessage> | null> {
    return await listOf(context, { referral, field: "messages", args }, messagesOfReferral);
  }
}

interface AskedList {
  readonly referral: Referral;
  readonly field: ListField;
  readonly args: ConnectionArgs;
}

async function listOf<V>(
  context: RequestContext,
  asked: AskedList,
  loader: PageLoader<V, null>,
): Promise<Connection<V> | null> {
  const page = pageRequest(asked.args);
  if (isWithheld(asked.referral, asked.field)) return null;
  return await loadPage(context, loader, { parents: [asked.referral.id], page, filter: null });
}
