import {
  type Connection,
  ConnectionArgs,
  load,
  loadPage,
  mutate,
  type Outcome,
  pageRequest,
  type RequestContext,
} from "@corespond/kit";
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";

import { legalRoles } from "../legalHold/legalHold.policy";
import { personByRecordId } from "../person/person.loader";
import { Person } from "../person/person.type";
import { grantRelated } from "../record/record.grants";
import { AnswerLegalProcessInput, LegalProcessPayload, RecordLegalProcessInput } from "./legalProcess.inputs";
import { legalProcessById, legalProcessPages } from "./legalProcess.loader";
import { answerLegalProcess, type ChangedProcess, recordLegalProcess } from "./legalProcess.service";
import { LegalProcess, LegalProcessConnection } from "./legalProcess.type";

/** Legal processes in the graph. */
@Resolver(() => LegalProcess)
export class LegalProcessResolver {
  @Query(() => LegalProcessConnection, {
    nullable: true,
    description:
      "Orders, subpoenas, warrants and statutory duties about records that you may see, the latest received first. For privacy officers; empty for others.",
  })
  async legalProcesses(
    @Args() page: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<LegalProcess>> {
    return await loadPage(context, legalProcessPages, { parents: [], page: pageRequest(page), filter: null });
  }

  @FieldResolver(() => Person, { nullable: true, description: "The person, as far as this viewer may see them." })
  async person(@Root() { recordId }: LegalProcess, @Ctx() context: RequestContext): Promise<Person | null> {
    return await load(context, personByRecordId, recordId);
  }

  @Mutation(() => LegalProcessPayload, {
    nullable: true,
    description:
      "Records by what data about a person are demanded or owed. It opens nothing to anybody. For privacy officers.",
  })
  async recordLegalProcess(
    @Arg("input", () => RecordLegalProcessInput, { description: "By what, about whom." })
    input: RecordLegalProcessInput,
    @Ctx() context: RequestContext,
  ): Promise<LegalProcessPayload> {
    await grantRelated(context, { personIds: [input.personId] });
    const action = { name: "recordLegalProcess", roles: legalRoles, act: recordLegalProcess };
    return await payloadOf(context, await mutate(context, action, input));
  }

  @Mutation(() => LegalProcessPayload, {
    nullable: true,
    description: "Records how a legal process was answered. For privacy officers.",
  })
  async answerLegalProcess(
    @Arg("input", () => AnswerLegalProcessInput, { description: "Which, and how." }) input: AnswerLegalProcessInput,
    @Ctx() context: RequestContext,
  ): Promise<LegalProcessPayload> {
    const action = { name: "answerLegalProcess", roles: legalRoles, act: answerLegalProcess };
    return await payloadOf(context, await mutate(context, action, input));
  }
}

async function payloadOf(
  context: RequestContext,
  { result, userErrors }: Outcome<ChangedProcess>,
): Promise<LegalProcessPayload> {
  return { legalProcess: result && (await load(context, legalProcessById, result.id)), userErrors };
}
