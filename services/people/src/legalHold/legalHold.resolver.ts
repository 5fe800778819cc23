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

import { personByRecordId } from "../person/person.loader";
import { Person } from "../person/person.type";
import { grantRelated } from "../record/record.grants";
import { LegalHoldPayload, PlaceLegalHoldInput, ReleaseLegalHoldInput } from "./legalHold.inputs";
import { legalHoldById, legalHoldPages } from "./legalHold.loader";
import { legalRoles } from "./legalHold.policy";
import { type ChangedHold, placeLegalHold, releaseLegalHold } from "./legalHold.service";
import { LegalHold, LegalHoldConnection } from "./legalHold.type";

/** Legal holds in the graph. */
@Resolver(() => LegalHold)
export class LegalHoldResolver {
  @Query(() => LegalHoldConnection, {
    nullable: true,
    description: "Legal holds on records that you may see, the newest first. For privacy officers; empty for others.",
  })
  async legalHolds(@Args() page: ConnectionArgs, @Ctx() context: RequestContext): Promise<Connection<LegalHold>> {
    return await loadPage(context, legalHoldPages, { parents: [], page: pageRequest(page), filter: null });
  }

  @FieldResolver(() => Person, { nullable: true, description: "The person, as far as this viewer may see them." })
  async person(@Root() { recordId }: LegalHold, @Ctx() context: RequestContext): Promise<Person | null> {
    return await load(context, personByRecordId, recordId);
  }

  @Mutation(() => LegalHoldPayload, {
    nullable: true,
    description: "Places a legal hold: nothing of the person is removed while it stands. For privacy officers.",
  })
  async placeLegalHold(
    @Arg("input", () => PlaceLegalHoldInput, { description: "Whose data, on what authority." })
    input: PlaceLegalHoldInput,
    @Ctx() context: RequestContext,
  ): Promise<LegalHoldPayload> {
    await grantRelated(context, { personIds: [input.personId] });
    const action = { name: "placeLegalHold", roles: legalRoles, act: placeLegalHold };
    return await payloadOf(context, await mutate(context, action, input));
  }

  @Mutation(() => LegalHoldPayload, { nullable: true, description: "Releases a legal hold. For privacy officers." })
  async releaseLegalHold(
    @Arg("input", () => ReleaseLegalHoldInput, { description: "Which, on what authority." })
    input: ReleaseLegalHoldInput,
    @Ctx() context: RequestContext,
  ): Promise<LegalHoldPayload> {
    const action = { name: "releaseLegalHold", roles: legalRoles, act: releaseLegalHold };
    return await payloadOf(context, await mutate(context, action, input));
  }
}

async function payloadOf(
  context: RequestContext,
  { result, userErrors }: Outcome<ChangedHold>,
): Promise<LegalHoldPayload> {
  return { legalHold: result && (await load(context, legalHoldById, result.id)), userErrors };
}
