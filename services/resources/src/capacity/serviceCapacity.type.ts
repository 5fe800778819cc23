import { Field, Float, ID, ObjectType } from "type-graphql";

import { CapacityStatus } from "./capacityStatus";

/** A capacity as everybody sees it. */
@ObjectType({
  description:
    "How many units a service had free when its provider last said so (HSDS 3.1 `service_capacity`). An opening is not guaranteed: call the service first. Public data.",
  simpleResolvers: true,
})
export class ServiceCapacity {
  @Field(() => ID, { description: "The capacity's id in this graph." })
  readonly id: string;

  @Field(() => Float, {
    description:
      "How many units were free at `updatedAt`. More than `maximum` is possible in a directory's data; it is shown as it came.",
  })
  readonly available: number;

  @Field(() => Float, { nullable: true, description: "How many units there are at most." })
  readonly maximum: number | null;

  @Field(() => String, { nullable: true, description: "What is counted, and for whom, for people to read." })
  readonly description: string | null;

  @Field(() => CapacityStatus, { description: "Whether the service takes somebody in." })
  readonly status: CapacityStatus;

  @Field(() => Date, { description: "When the provider last said so." })
  readonly updatedAt: Date;

  @Field(() => String, { description: "A tag of this state, for `expectedVersion`." })
  readonly version: string;

  readonly serviceId: string;

  readonly unitId: string;
}
