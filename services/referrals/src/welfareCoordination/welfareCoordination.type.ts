import { Directive, Field, ID, ObjectType } from "type-graphql";

import { OrganizationReference } from "../organization/organization.type";
import { StaffMemberReference } from "../staffMember/staffMember.type";

/** A county's decision as its welfare side sees it; only the policy makes one. */
@Directive('@requiresScopes(scopes: [["corespond.read"]])')
@ObjectType({
  description:
    "Whether a county's counsel has found that its staff may refer residents to an organization without a consent, as one of the welfare system or under contract with it, to coordinate services (Minn. Stat. 13.46, subd. 7 (a)). Without a decision nobody may.",
  simpleResolvers: true,
})
export class WelfareCoordination {
  @Field(() => ID, { description: "Identity of the decision." })
  readonly id: string;

  @Field(() => OrganizationReference, { description: "The organization that it is about." })
  readonly organization: OrganizationReference;

  @Field(() => Boolean, { description: "Whether `WELFARE_COORDINATION` may be stated for it." })
  readonly allowed: boolean;

  @Field(() => String, { description: "Counsel's opinion, the contract or the law that it rests on." })
  readonly citation: string;

  @Field(() => StaffMemberReference, { description: "The privacy officer who recorded it." })
  readonly recordedBy: StaffMemberReference;

  @Field(() => Date, { description: "When it was recorded; it holds from then on." })
  readonly recordedAt: Date;
}
