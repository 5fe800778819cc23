import { graphError, isUuid, load, type Connection, type RequestContext } from "@corespond/kit";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";

import { agencyById } from "../agency/agency.loader";
import { Agency } from "../agency/agency.type";
import { AllCallsArgs } from "./call.args";
import { CallConnection } from "./call.connection";
import { callById, callByIncident, loadCallsOfAgency } from "./call.loader";
import { CallForService } from "./call.type";

/** Calls for service in the graph. */
@Resolver(() => CallForService)
export class CallResolver {
  @Query(() => CallForService, {
    nullable: true,
    description:
      "One call, by `id` or by `agencyId` and `incidentNumber` together. Null where there is none, or the viewer may not know of it.",
  })
  async call(
    @Arg("id", () => ID, { nullable: true, description: "The call's id." }) id: string | undefined,
    @Arg("agencyId", () => ID, { nullable: true, description: "The agency's id." }) agencyId: string | undefined,
    @Arg("incidentNumber", () => String, { nullable: true, description: "The agency's own number of the incident." })
    incidentNumber: string | undefined,
    @Ctx() context: RequestContext,
  ): Promise<CallForService | null> {
    if (id != null && agencyId == null && incidentNumber == null) return await load(context, callById, id);
    if (id == null && agencyId != null && incidentNumber != null) {
      return isUuid(agencyId) ? await load(context, callByIncident, { agencyId, incidentNumber }) : null;
    }
    throw graphError("BAD_USER_INPUT", "Give `id`, or `agencyId` and `incidentNumber` together.", {
      argumentName: "id",
    });
  }

  @Query(() => CallConnection, { nullable: true, description: "All calls that the viewer may see, latest first." })
  async calls(
    @Args(() => AllCallsArgs) args: AllCallsArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<CallForService>> {
    return await loadCallsOfAgency(context, args, args.agencyId ?? null);
  }

  @FieldResolver(() => Agency, { nullable: true, description: "The agency whose call it is." })
  async agency(@Root() call: CallForService, @Ctx() context: RequestContext): Promise<Agency | null> {
    return await load(context, agencyById, call.agencyId);
  }
}
