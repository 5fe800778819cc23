import { DateScalar } from "@corespond/kit";
import { Field, ID, ObjectType } from "type-graphql";

import { StaffMemberReference } from "../stubs/staffMember.stub";
import { AccountingKind } from "./accounting.enums";

/** A person's request for an accounting. */
@ObjectType({
  description: "A person's request for an accounting of disclosures, with its clock. For privacy officers.",
  simpleResolvers: true,
})
export class AccountingRequest {
  @Field(() => ID, { description: "Identity of the request." })
  readonly id: string;

  @Field(() => AccountingKind, { description: "The law by which the person asks." })
  readonly kind: AccountingKind;

  @Field(() => DateScalar, { description: "The day on which the person asked." })
  readonly requestedOn: string;

  @Field(() => DateScalar, { description: "The day until which the accounting must be given." })
  readonly dueOn: string;

  @Field(() => StaffMemberReference, { nullable: true, description: "The privacy officer who recorded it." })
  readonly recordedBy: StaffMemberReference | null;
}
