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
import { AnswerDataRequestInput, DataRequestPayload, RecordDataRequestInput } from "./dataRequest.inputs";
import { dataRequestById, dataRequestPages } from "./dataRequest.loader";
import { answerDataRequest, type ChangedRequest, recordDataRequest } from "./dataRequest.service";
import { DataRequest, DataRequestConnection } from "./dataRequest.type";

/** Requests about data on oneself in the graph. */
@Resolver(() => DataRequest)
export class DataRequestResolver {
  @Query(() => DataRequestConnection, {
    nullable: true,
    description:
      "Requests of persons about data on themselves, the first due first. For privacy officers; empty for others.",
  })
  async dataRequests(
    @Arg("unanswered", () => Boolean, { defaultValue: true, description: "Only those that nobody has answered." })
    unanswered: boolean,
    @Args() page: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<DataRequest>> {
    return await loadPage(context, dataRequestPages, { parents: [], page: pageRequest(page), filter: { unanswered } });
  }

  @FieldResolver(() => Person, { nullable: true, description: "Who asks, as far as this viewer may see them." })
  async person(@Root() { recordId }: DataRequest, @Ctx() context: RequestContext): Promise<Person | null> {
    return await load(context, personByRecordId, recordId);
  }

  @Mutation(() => DataRequestPayload, {
    nullable: true,
    description: "Records a person's request about data on themselves, and starts its clock. For privacy officers.",
  })
  async recordDataRequest(
    @Arg("input", () => RecordDataRequestInput, { description: "Who asks for what." }) input: RecordDataRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<DataRequestPayload> {
    await grantRelated(context, { personIds: [input.personId] });
    const action = { name: "recordDataRequest", roles: legalRoles, act: recordDataRequest };
    return await payloadOf(context, await mutate(context, action, input));
  }

  @Mutation(() => DataRequestPayload, {
    nullable: true,
    description:
      "Records how a request was answered, and with what the person disagrees. `dataAnswer` gives what to hand over. For privacy officers.",
  })
  async answerDataRequest(
    @Arg("input", () => AnswerDataRequestInput, { description: "Which, and how." }) input: AnswerDataRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<DataRequestPayload> {
    const action = { name: "answerDataRequest", roles: legalRoles, act: answerDataRequest };
    return await payloadOf(context, await mutate(context, action, input));
  }
}

async function payloadOf(
  context: RequestContext,
  { result, userErrors }: Outcome<ChangedRequest>,
): Promise<DataRequestPayload> {
  return { dataRequest: result && (await load(context, dataRequestById, result.id)), userErrors };
}
