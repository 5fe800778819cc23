import { IsId, IsPlainText, KeyedInputBase, UserError } from "@corespond/kit";
import { ArrayMaxSize, IsInt, IsOptional, Matches, Max, Min, ValidateNested } from "class-validator";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";

import { CallSubjectRole } from "./call.roles";
import { CallForService } from "./call.type";

/** Where a call is about. */
@InputType({ description: "Where a call is about, as far as known." })
export class CallAddressInput {
  @IsPlainText(200)
  @IsOptional()
  @Field(() => String, { nullable: true, description: "House number and street, 1 to 200 characters." })
  readonly street?: string | null;

  @IsPlainText(100)
  @IsOptional()
  @Field(() => String, { nullable: true, description: "City or township, 1 to 100 characters." })
  readonly city?: string | null;

  @IsPlainText(500)
  @IsOptional()
  @Field(() => String, { nullable: true, description: "What else finds the place, 1 to 500 characters." })
  readonly text?: string | null;
}

/** What those who visit should mind. */
@InputType({ description: "A hazard or need that those who visit should know of." })
export class CallCautionInput {
  @IsPlainText(500)
  @Field(() => String, { description: "What to mind, 1 to 500 characters." })
  readonly text: string;

  @IsPlainText(100)
  @IsOptional()
  @Field(() => String, { nullable: true, description: "Who said so, 1 to 100 characters." })
  readonly source?: string | null;
}

/** A person in a call. */
@InputType({ description: "A person in a call." })
export class CallSubjectInput {
  @IsId()
  @Field(() => ID, { description: "A person that you know." })
  readonly personId: string;

  @Field(() => CallSubjectRole, { description: "What the person is in the call." })
  readonly role: CallSubjectRole;
}

/** What `recordCall` is told. */
@InputType({ description: "A call for service as dispatch or an officer took it." })
export class RecordCallInput extends KeyedInputBase {
  @IsId()
  @IsOptional()
  @Field(() => ID, {
    nullable: true,
    description: "The agency whose call it is: your own (the default), or for dispatchers one that yours dispatches.",
  })
  readonly agencyId?: string | null;

  @IsPlainText(50)
  @Field(() => String, {
    description: "The agency's own number of the incident, 1 to 50 characters, unique within the agency.",
  })
  readonly incidentNumber: string;

  @Field(() => Date, { description: "When the call came in; not in the future." })
  readonly receivedAt: Date;

  @Field(() => Date, { nullable: true, description: "When it was answered; not before `receivedAt`." })
  readonly answeredAt?: Date | null;

  @Field(() => Date, { nullable: true, description: "When it was closed; not before `receivedAt` or `answeredAt`." })
  readonly closedAt?: Date | null;

  @IsPlainText(50)
  @IsOptional()
  @Field(() => String, {
    nullable: true,
    description: "The agency's own code of what it is about, 1 to 50 characters.",
  })
  readonly natureCode?: string | null;

  @IsPlainText(200)
  @IsOptional()
  @Field(() => String, { nullable: true, description: "What that code means, 1 to 200 characters." })
  readonly natureText?: string | null;

  @Matches(/^[A-Z0-9]{1,10}$/, {
    message: "`commonCode` must be a code of APCO's list: 1 to 10 capital letters and digits",
  })
  @IsOptional()
  @Field(() => String, {
    nullable: true,
    description: "The common code from APCO's list, 1 to 10 capital letters and digits, for example `WELFARE`.",
  })
  readonly commonCode?: string | null;

  @IsInt({ message: "`priority` must be a whole number" })
  @Min(0, { message: "`priority` must be at least 0" })
  @Max(9, { message: "`priority` must be at most 9" })
  @IsOptional()
  @Field(() => Int, { nullable: true, description: "The priority, 0 (most urgent) to 9." })
  readonly priority?: number | null;

  @IsPlainText(200)
  @IsOptional()
  @Field(() => String, { nullable: true, description: "How it ended, 1 to 200 characters." })
  readonly disposition?: string | null;

  @IsPlainText(50)
  @IsOptional()
  @Field(() => String, { nullable: true, description: "The beat or dispatch group, 1 to 50 characters." })
  readonly beat?: string | null;

  @ValidateNested()
  @IsOptional()
  @Field(() => CallAddressInput, { nullable: true, description: "Where it is about." })
  readonly address?: CallAddressInput | null;

  @ArrayMaxSize(20, { message: "`cautions` must be at most 20" })
  @ValidateNested({ each: true })
  @IsOptional()
  @Field(() => [CallCautionInput], { nullable: true, description: "What those who visit should mind, at most 20." })
  readonly cautions?: readonly CallCautionInput[] | null;

  @ArrayMaxSize(20, { message: "`subjects` must be at most 20" })
  @ValidateNested({ each: true })
  @IsOptional()
  @Field(() => [CallSubjectInput], {
    nullable: true,
    description: "Who called and whom it is about, at most 20. One person may be both.",
  })
  readonly subjects?: readonly CallSubjectInput[] | null;
}

/** What `recordCall` answers. */
@ObjectType({ description: "The call that was recorded, or why none was.", simpleResolvers: true })
export class RecordCallPayload {
  @Field(() => CallForService, {
    nullable: true,
    description: "The call; null where `userErrors` says why there is none.",
  })
  readonly call: CallForService | null;

  @Field(() => [UserError], { description: "Why nothing was changed; empty where it was." })
  readonly userErrors: readonly UserError[];
}
