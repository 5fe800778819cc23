import { load, type RequestContext } from "@corespond/kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { referralById } from "../referral/referral.loader";
import { Referral } from "../referral/referral.type";
import { staffMemberOf, StaffMemberReference } from "../staffMember/staffMember.type";
import { Contact } from "./contact.type";

/** Where a contact leads. */
@Resolver(() => Contact)
export class ContactResolver {
  @FieldResolver(() => StaffMemberReference, { nullable: true, description: "The social worker who made or tried it." })
  by(@Root() { byId }: Contact): StaffMemberReference | null {
    return staffMemberOf(byId);
  }

  @FieldResolver(() => Referral, { nullable: true, description: "The referral that it was made for." })
  async referral(@Root() { referralId }: Contact, @Ctx() context: RequestContext): Promise<Referral | null> {
    return await load(context, referralById, referralId);
  }
}
