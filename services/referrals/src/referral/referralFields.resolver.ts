import { load, type RequestContext } from "@corespond/kit";
import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";

import { AgencyReference } from "../agency/agency.type";
import { priorCallCount } from "../callFact/priorCallCount.loader";
import { personOf, PersonReference } from "../person/person.type";
import { staffMemberOf, StaffMemberReference } from "../staffMember/staffMember.type";
import { isWithheld } from "./referral.policy";
import { Referral } from "./referral.type";

/** The fields of a referral that lead to others' entities, or are counted. */
@Resolver(() => Referral)
export class ReferralFieldsResolver {
  @FieldResolver(() => PersonReference, {
    nullable: true,
    description: "The resident; null where you may not see the person.",
  })
  person(@Root() { recordId }: Referral): PersonReference {
    return personOf(recordId);
  }

  @FieldResolver(() => AgencyReference, { nullable: true, description: "The agency whose social worker it is for." })
  agency(@Root() { agencyId }: Referral): AgencyReference {
    return { id: agencyId };
  }

  @FieldResolver(() => AgencyReference, {
    nullable: true,
    description: "The employer of whoever made it: the same agency, a dispatch centre, or the county.",
  })
  referringAgency(@Root() { referringAgencyId }: Referral): AgencyReference | null {
    return referringAgencyId === null ? null : { id: referringAgencyId };
  }

  @FieldResolver(() => StaffMemberReference, { nullable: true, description: "Whoever made it." })
  referredBy(@Root() { referredById }: Referral): StaffMemberReference | null {
    return staffMemberOf(referredById);
  }

  @FieldResolver(() => StaffMemberReference, {
    nullable: true,
    description: "The social worker who accepted it, for the welfare side; null where nobody has.",
  })
  owner(@Root() { ownerId }: Referral): StaffMemberReference | null {
    return staffMemberOf(ownerId);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "In how many incidents the resident was the subject (not the caller) during the 365 days of 24 hours before the referral was made, the call that it came from included. Counts only calls that you may see, and only those that name the same source record of the person.",
  })
  async priorCallCount(@Root() referral: Referral, @Ctx() context: RequestContext): Promise<number | null> {
    return isWithheld(referral, "priorCallCount") ? null : await load(context, priorCallCount, referral.id);
  }
}
