import { IsPlainText, KeyedInputBase, UserError } from "@corespond/kit";
import { Max, Min } from "class-validator";
import { Field, InputType, Int, ObjectType } from "type-graphql";

/** Input of `recordRetentionRule`. */
@InputType({ description: "How long the county keeps records." })
export class RecordRetentionRuleInput extends KeyedInputBase {
  @Min(1, { message: "`keepYears` must be at least 1" })
  @Max(100, { message: "`keepYears` must be at most 100" })
  @Field(() => Int, { description: "Years after the last activity, 1 to 100: the longest that any rule asks." })
  readonly keepYears: number;

  @IsPlainText(500)
  @Field(() => String, { description: "The schedule or statute that says so, 1 to 500 characters." })
  readonly source: string;
}

/** Input of `purgeExpiredRecords`. */
@InputType({ description: "Whether to remove, or only to count." })
export class PurgeExpiredRecordsInput extends KeyedInputBase {
  @Field(() => Boolean, { defaultValue: true, description: "Only counts; false removes." })
  readonly dryRun: boolean;
}

/** Payload of `recordRetentionRule`. */
@ObjectType({ description: "Whether the rule was recorded.", simpleResolvers: true })
export class RecordRetentionRulePayload {
  @Field(() => [UserError], { description: "Why nothing was recorded; empty on success." })
  readonly userErrors: readonly UserError[];
}

/** Payload of `purgeExpiredRecords`. */
@ObjectType({ description: "How many persons were purged, or would be.", simpleResolvers: true })
export class PurgeExpiredRecordsPayload {
  @Field(() => Int, {
    nullable: true,
    description: "Persons removed, or with `dryRun` removable; at most 100 at once. Null where `userErrors` says why.",
  })
  readonly persons: number | null;

  @Field(() => [UserError], { description: "Why nothing was done; empty on success." })
  readonly userErrors: readonly UserError[];
}
