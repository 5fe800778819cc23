import { IsId, IsPlainText, KeyedInputBase, UserError } from "@corespond/kit";
import { IsEnum, IsOptional, Min } from "class-validator";
import { Field, Float, ID, InputType, ObjectType } from "type-graphql";

import { CapacityStatus } from "./capacityStatus";
import { ServiceCapacity } from "./serviceCapacity.type";

/** What `updateCapacity` is told. */
@InputType({ description: "What a service has free now." })
export class UpdateCapacityInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "The capacity, of a service of your own organization." })
  readonly capacityId: string;

  @Min(0, { message: "`available` must be at least 0" })
  @Field(() => Float, { description: "How many units are free now, from 0 to `maximum`." })
  readonly available: number;

  @IsOptional()
  @Min(0, { message: "`maximum` must be at least 0" })
  @Field(() => Float, { nullable: true, description: "How many units there are at most; unchanged where left out." })
  readonly maximum?: number | null;

  @IsEnum(CapacityStatus, { message: "`status` must be one of CapacityStatus" })
  @Field(() => CapacityStatus, {
    description: "Whether you take somebody in. `CAPACITY` goes with an `available` above 0, `NO_CAPACITY` with 0.",
  })
  readonly status: CapacityStatus;

  @IsOptional()
  @IsPlainText(2_000)
  @Field(() => String, {
    nullable: true,
    description: "What is counted, and for whom, 1 to 2,000 characters; unchanged where left out.",
  })
  readonly description?: string | null;

  @IsOptional()
  @Field(() => String, {
    nullable: true,
    description: "The `version` that you read; refused as `CONFLICT` where it has changed since.",
  })
  readonly expectedVersion?: string | null;
}

/** What `updateCapacity` answers. */
@ObjectType({ description: "The capacity as it is now, or why it was not changed.", simpleResolvers: true })
export class UpdateCapacityPayload {
  @Field(() => ServiceCapacity, {
    nullable: true,
    description: "The capacity; null where `userErrors` says why nothing was changed.",
  })
  readonly capacity: ServiceCapacity | null;

  @Field(() => [UserError], { description: "Why nothing was changed; empty where it was." })
  readonly userErrors: readonly UserError[];
}
