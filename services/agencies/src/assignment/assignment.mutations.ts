import { load, mutate, type RequestContext } from "@corespond/kit";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import { AssignSocialWorkerInput, AssignSocialWorkerPayload } from "./assignment.inputs";
import { assignmentById } from "./assignment.loader";
import { assignSocialWorker } from "./assignment.service";

/** Actions on assignments. */
@Resolver()
export class AssignmentMutations {
  @Mutation(() => AssignSocialWorkerPayload, {
    nullable: true,
    description: "Assigns a social worker to an agency. For administrators and supervisors of the county.",
  })
  async assignSocialWorker(
    @Arg("input", () => AssignSocialWorkerInput, { description: "The assignment." }) input: AssignSocialWorkerInput,
    @Ctx() context: RequestContext,
  ): Promise<AssignSocialWorkerPayload> {
    const { result, userErrors } = await mutate(context, assignSocialWorker, input);
    return { assignment: result && (await load(context, assignmentById, result.id)), userErrors };
  }
}
