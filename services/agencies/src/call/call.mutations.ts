import { askFirst, load, mutate, type RequestContext } from "@corespond/kit";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import { recordsOfPersons } from "../ports/people.port";
import { RecordCallInput, RecordCallPayload } from "./call.inputs";
import { callById } from "./call.loader";
import { recordingRoles } from "./call.policy";
import { recordCall } from "./call.service";

/** Actions on calls. */
@Resolver()
export class CallMutations {
  @Mutation(() => RecordCallPayload, {
    nullable: true,
    description:
      "Records a call for service. For officers and dispatchers, of their own agency; for dispatchers also of the agencies that theirs dispatches.",
  })
  async recordCall(
    @Arg("input", () => RecordCallInput, { description: "The call." }) input: RecordCallInput,
    @Ctx() context: RequestContext,
  ): Promise<RecordCallPayload> {
    const personIds = (input.subjects ?? []).map(({ personId }) => personId);
    const known = await askFirst(context, recordingRoles, () => recordsOfPersons(context, personIds));
    const { result, userErrors } = await mutate(context, recordCall(known), input);
    return { call: result && (await load(context, callById, result.id)), userErrors };
  }
}
