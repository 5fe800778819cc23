import { load, mutate, type RequestContext } from "@corespond/kit";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import { UpdateCapacityInput, UpdateCapacityPayload } from "./serviceCapacity.inputs";
import { serviceCapacityById } from "./serviceCapacity.loader";
import { updateCapacity } from "./serviceCapacity.service";

/** Actions on capacities. */
@Resolver()
export class ServiceCapacityMutations {
  @Mutation(() => UpdateCapacityPayload, {
    nullable: true,
    description:
      "Says what a service has free now. For providers and partner clients, for services of their own organization.",
  })
  async updateCapacity(
    @Arg("input", () => UpdateCapacityInput, { description: "What is free." }) input: UpdateCapacityInput,
    @Ctx() context: RequestContext,
  ): Promise<UpdateCapacityPayload> {
    const { result, userErrors } = await mutate(context, updateCapacity, input);
    return { capacity: result && (await load(context, serviceCapacityById, result.id)), userErrors };
  }
}
