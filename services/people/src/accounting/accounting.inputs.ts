import { DateScalar, IsId, IsPlainText, KeyedInputBase, UserError } from "@corespond/kit";
import { Field, ID, InputType, ObjectType } from "type-graphql";

import { AccountingKind, SuspensionStatement } from "./accounting.enums";
import { AccountingRequest } from "./accounting.type";
import { AccountingSuspension } from "./accountingSuspension.type";

/** Input of `requestAccounting`. */
@InputType({ description: "A person's request for an accounting of disclosures." })
export class RequestAccountingInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "The person who asks." })
  readonly personId: string;

  @Field(() => AccountingKind, { description: "The law by which they ask." })
  readonly kind: AccountingKind;

  @Field(() => DateScalar, { description: "The day on which they asked, today or before." })
  readonly requestedOn: string;
}

/** Input of `recordAccountingStart`. */
@InputType({ description: "From which day the county gives the accounting of 42 CFR 2.25." })
export class RecordAccountingStartInput extends KeyedInputBase {
  @Field(() => DateScalar, { description: "The day of compliance: requests of that day and later are taken." })
  readonly inForceFrom: string;

  @IsPlainText(500)
  @Field(() => String, { description: "The rule that says so, 1 to 500 characters." })
  readonly citation: string;
}

/** Payload of `recordAccountingStart`. */
@ObjectType({ description: "Whether the day was recorded.", simpleResolvers: true })
export class RecordAccountingStartPayload {
  @Field(() => [UserError], { description: "Why nothing was recorded; empty on success." })
  readonly userErrors: readonly UserError[];
}

/** Payload of `requestAccounting`. */
@ObjectType({ description: "The request with its clock, or why none was recorded.", simpleResolvers: true })
export class RequestAccountingPayload {
  @Field(() => AccountingRequest, { nullable: true, description: "The request; null where none was recorded." })
  readonly accountingRequest: AccountingRequest | null;

  @Field(() => [UserError], { description: "Why none was recorded; empty on success." })
  readonly userErrors: readonly UserError[];
}

/** Input of `suspendAccounting`. */
@InputType({ description: "An official's request to leave disclosures to their agency out of a person's accountings." })
export class SuspendAccountingInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "The person whose accountings are suspended." })
  readonly personId: string;

  @IsId()
  @Field(() => ID, { description: "The official's agency: disclosures to it are left out." })
  readonly recipientAgencyId: string;

  @Field(() => SuspensionStatement, { description: "How the official asked." })
  readonly statement: SuspensionStatement;

  @IsPlainText(200)
  @Field(() => String, { description: "Who the official is, 1 to 200 characters." })
  readonly official: string;

  @Field(() => Date, {
    nullable: true,
    description:
      "When it ends: needed for a written statement, later than now; for an oral one at most 30 days away, which is also the default.",
  })
  readonly endsAt?: Date | null;
}

/** Payload of `suspendAccounting`. */
@ObjectType({ description: "The suspension, or why none was recorded.", simpleResolvers: true })
export class SuspendAccountingPayload {
  @Field(() => AccountingSuspension, { nullable: true, description: "The suspension; null where none was recorded." })
  readonly accountingSuspension: AccountingSuspension | null;

  @Field(() => [UserError], { description: "Why none was recorded; empty on success." })
  readonly userErrors: readonly UserError[];
}
