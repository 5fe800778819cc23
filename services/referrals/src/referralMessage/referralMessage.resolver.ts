import { FieldResolver, Resolver, Root } from "type-graphql";

import { staffMemberOf, StaffMemberReference } from "../staffMember/staffMember.type";
import { ReferralMessage } from "./referralMessage.type";

/** Where a message leads. */
@Resolver(() => ReferralMessage)
export class ReferralMessageResolver {
  @FieldResolver(() => StaffMemberReference, { nullable: true, description: "Whoever sent it." })
  from(@Root() { fromId }: ReferralMessage): StaffMemberReference | null {
    return staffMemberOf(fromId);
  }
}
