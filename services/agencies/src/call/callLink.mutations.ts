import { askFirst, load, mutate, type Action, type RequestContext } from "@corespond/kit";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import { personsOfRecords, recordsOfPersons } from "../ports/people.port";
import { callById } from "./call.loader";
import { linkingRoles } from "./call.policy";
import {
  LinkCallToPersonInput,
  LinkCallToPersonPayload,
  UnlinkCallFromPersonInput,
  UnlinkCallFromPersonPayload,
} from "./callLink.inputs";
import {
  linkCallToPerson,
  unlinkCallFromPerson,
  type CallLink,
  type KnownPerson,
  type PersonInCall,
} from "./callLink.service";

const who =
  "For officers and dispatchers, of calls that they may record; for social workers and supervisors, of calls of the agencies that they serve.";

/** Says who is in a call after it was recorded. */
@Resolver()
export class CallLinkMutations {
  @Mutation(() => LinkCallToPersonPayload, { nullable: true, description: `Links a call to a person in it. ${who}` })
  async linkCallToPerson(
    @Arg("input", () => LinkCallToPersonInput, { description: "Who is what in which call." })
    input: LinkCallToPersonInput,
    @Ctx() context: RequestContext,
  ): Promise<LinkCallToPersonPayload> {
    return await changeLink(context, linkCallToPerson, input);
  }

  @Mutation(() => UnlinkCallFromPersonPayload, {
    nullable: true,
    description: `Takes back that a person is in a call; figures as of an earlier day still count the link. ${who}`,
  })
  async unlinkCallFromPerson(
    @Arg("input", () => UnlinkCallFromPersonInput, { description: "Who is not what in which call." })
    input: UnlinkCallFromPersonInput,
    @Ctx() context: RequestContext,
  ): Promise<UnlinkCallFromPersonPayload> {
    return await changeLink(context, unlinkCallFromPerson, input);
  }
}

async function changeLink(
  context: RequestContext,
  action: (known: KnownPerson) => Action<CallLink, { readonly id: string }>,
  input: CallLink,
): Promise<LinkCallToPersonPayload> {
  const known = await askFirst(context, linkingRoles, () => personInCall(context, input));
  const { result, userErrors } = await mutate(context, action(known), input);
  return { call: result && (await load(context, callById, result.id)), userErrors };
}

/** A person may be in the call by another record than the one by which the viewer's agency knows them. */
async function personInCall(context: RequestContext, { callId, personId }: CallLink): Promise<PersonInCall | null> {
  const [call, records] = await Promise.all([load(context, callById, callId), recordsOfPersons(context, [personId])]);
  const recordId = records.get(personId.toLowerCase());
  if (call === null || recordId === undefined) return null;
  const linked = call.subjects.flatMap(({ person }) => person?.recordId ?? []);
  const persons = await personsOfRecords(context, [recordId, ...linked]);
  const person = persons.get(recordId);
  return { recordId, recordIds: [recordId, ...linked.filter((id) => persons.get(id) === person)] };
}
