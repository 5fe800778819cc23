import { invariant, load, type RequestContext } from "@corespond/kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { serviceById } from "../service/service.loader";
import { Service } from "../service/service.type";
import { isStale } from "./isStale";
import { ServiceCapacity } from "./serviceCapacity.type";
import { unitById } from "./unit.loader";
import { Unit } from "./unit.type";

/** Capacities in the graph. */
@Resolver(() => ServiceCapacity)
export class ServiceCapacityResolver {
  @FieldResolver(() => Unit, { description: "What is counted." })
  async unit(@Root() capacity: ServiceCapacity, @Ctx() context: RequestContext): Promise<Unit> {
    const unit = await load(context, unitById, capacity.unitId);
    invariant(unit, "a capacity has a unit");
    return unit;
  }

  @FieldResolver(() => Service, { nullable: true, description: "The service." })
  async service(@Root() capacity: ServiceCapacity, @Ctx() context: RequestContext): Promise<Service | null> {
    return await load(context, serviceById, capacity.serviceId);
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the figure is older than `unit.staleAfterHours` allows: call before you rely on it.",
  })
  async isStale(@Root() capacity: ServiceCapacity, @Ctx() context: RequestContext): Promise<boolean> {
    const { staleAfterHours } = await this.unit(capacity, context);
    return isStale(capacity.updatedAt, staleAfterHours, new Date());
  }
}
