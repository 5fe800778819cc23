import { Field, ID, ObjectType } from "type-graphql";

import { AgencyReference } from "../stubs/agency.stub";
import { StaffMemberReference } from "../stubs/staffMember.stub";
import { SuspensionStatement } from "./accounting.enums";

/** What an official had left out of accountings. */
@ObjectType({
  description:
    "An official's request that disclosures to their agency be left out of a person's accountings until a time (45 CFR 164.528(a)(2)). For privacy officers.",
  simpleResolvers: true,
})
export class AccountingSuspension {
  @Field(() => ID, { description: "Identity of the suspension." })
  readonly id: string;

  @Field(() => AgencyReference, { nullable: true, description: "The official's agency." })
  readonly recipientAgency: AgencyReference | null;

  @Field(() => SuspensionStatement, { description: "How the official asked." })
  readonly statement: SuspensionStatement;

  @Field(() => String, { description: "Who the official is, as documented." })
  readonly official: string;

  @Field(() => Date, { description: "When it ends, by itself." })
  readonly endsAt: Date;

  @Field(() => StaffMemberReference, { nullable: true, description: "The privacy officer who recorded it." })
  readonly recordedBy: StaffMemberReference | null;
}
