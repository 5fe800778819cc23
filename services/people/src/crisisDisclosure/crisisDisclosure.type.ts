import { connectionType } from "@corespond/kit";
import { Directive, Field, ID, ObjectType } from "type-graphql";

import { AgencyReference } from "../stubs/agency.stub";
import { StaffMemberReference } from "../stubs/staffMember.stub";
import { CrisisDisclosureState } from "./crisisDisclosureState";

/** A crisis disclosure as one viewer sees it. */
@Directive('@requiresScopes(scopes: [["corespond.read"]])')
@ObjectType({
  description:
    "What police asked to be told in a mental health crisis, and what became of it (Minn. Stat. 13.46 subd. 7 (c), 144.294). For who asked, and for privacy officers of the county.",
  simpleResolvers: true,
})
export class CrisisDisclosure {
  /** The record asked about; its person has a loader of its own. */
  readonly recordId: string;

  @Field(() => ID, { description: "Identity of the disclosure." })
  readonly id: string;

  @Field(() => CrisisDisclosureState, { description: "Where it stands now." })
  readonly state: CrisisDisclosureState;

  @Field(() => String, { description: "What the crisis is, as the requester attests." })
  readonly crisis: string;

  @Field(() => String, { description: "Why it is necessary to know, in order to respond safely." })
  readonly necessity: string;

  @Field(() => StaffMemberReference, { nullable: true, description: "Who asked." })
  readonly requestedBy: StaffMemberReference;

  @Field(() => AgencyReference, { nullable: true, description: "For which agency." })
  readonly requestingAgency: AgencyReference;

  @Field(() => Date, { description: "When it was asked for." })
  readonly requestedAt: Date;

  @Field(() => Date, { nullable: true, description: "Until when the plan is shown; null unless authorized." })
  readonly expiresAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: "By when the client must be told that police obtained data: 72 hours after it was authorized.",
  })
  readonly notifyClientBy: Date | null;

  @Field(() => Date, { nullable: true, description: "When the client was told; null while nobody has recorded it." })
  readonly clientNotifiedAt: Date | null;
}

/** A page of crisis disclosures. */
export const CrisisDisclosureConnection = connectionType(CrisisDisclosure, "CrisisDisclosure");
