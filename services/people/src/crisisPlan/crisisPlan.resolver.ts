import { load, mutate, type RequestContext } from "@corespond/kit";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";

import { grantRelated } from "../record/record.grants";
import { isOneOf, welfareRoles } from "../record/viewerRoles";
import { CrisisPlanPayload, RecordCareContactInput, RecordCrisisStrategyInput } from "./crisisPlan.inputs";
import { crisisPlanOfPerson } from "./crisisPlan.loader";
import { planningRoles } from "./crisisPlan.policy";
import { recordCareContact, recordCrisisStrategy, type PlanChanged } from "./crisisPlan.service";
import { CrisisPlan } from "./crisisPlan.type";

/** Plans for a crisis in the graph. */
@Resolver()
export class CrisisPlanResolver {
  @Query(() => CrisisPlan, {
    nullable: true,
    description:
      "What helps when a person is in a crisis, for the welfare side; null when absent or not for this viewer. Police ask by `requestCrisisDisclosure`.",
  })
  async crisisPlan(
    @Arg("personId", () => ID, { description: "The person." }) personId: string,
    @Ctx() context: RequestContext,
  ): Promise<CrisisPlan | null> {
    return isOneOf(context.viewer.role, welfareRoles) ? await load(context, crisisPlanOfPerson, personId) : null;
  }

  @Mutation(() => CrisisPlanPayload, {
    nullable: true,
    description: "Records whom to call when a person is in a crisis. For social workers.",
  })
  async recordCareContact(
    @Arg("input", () => RecordCareContactInput, { description: "Whom to call." }) input: RecordCareContactInput,
    @Ctx() context: RequestContext,
  ): Promise<CrisisPlanPayload> {
    await grantRelated(context, { personIds: [input.personId] });
    const action = { name: "recordCareContact", roles: planningRoles, act: recordCareContact };
    return await payloadOf(context, await mutate(context, action, input));
  }

  @Mutation(() => CrisisPlanPayload, {
    nullable: true,
    description: "Records what helps when a person is in a crisis. For social workers.",
  })
  async recordCrisisStrategy(
    @Arg("input", () => RecordCrisisStrategyInput, { description: "What helps." }) input: RecordCrisisStrategyInput,
    @Ctx() context: RequestContext,
  ): Promise<CrisisPlanPayload> {
    await grantRelated(context, { personIds: [input.personId] });
    const action = { name: "recordCrisisStrategy", roles: planningRoles, act: recordCrisisStrategy };
    return await payloadOf(context, await mutate(context, action, input));
  }
}

async function payloadOf(
  context: RequestContext,
  { result, userErrors }: { readonly result: PlanChanged | null; readonly userErrors: CrisisPlanPayload["userErrors"] },
): Promise<CrisisPlanPayload> {
  return { crisisPlan: result && (await load(context, crisisPlanOfPerson, result.personId)), userErrors };
}
