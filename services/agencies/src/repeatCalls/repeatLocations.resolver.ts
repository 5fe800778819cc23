import { invariant, load, pageRequest, type RequestContext } from "@corespond/kit";
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";

import { Agency } from "../agency/agency.type";
import { expectCodeSet } from "../natureCode/expectCodeSet";
import { RepeatCallsArgs } from "./repeatCalls.args";
import { repeatCallsShown } from "./repeatCalls.policy";
import { placedIncidents } from "./repeatLocations.loader";
import { viewRepeatLocations } from "./repeatLocations.policy";
import { RepeatLocations } from "./repeatLocations.type";
import { loadRepeatWindow } from "./repeatWindow.loader";

/** Repeat locations of agencies in the graph. */
@Resolver(() => Agency)
export class AgencyRepeatLocationsResolver {
  @FieldResolver(() => RepeatLocations, {
    nullable: true,
    description:
      "To which places many of the agency's calls came in a window of days, as known now. For supervisors, social workers and privacy officers of the agencies that they serve, and for police and dispatch of their own. Null for everybody else.",
  })
  async repeatLocations(
    @Root() agency: Agency,
    @Args(() => RepeatCallsArgs) args: RepeatCallsArgs,
    @Arg("first", () => Int, { nullable: true, description: "How many places at most, 1 to 100; without it 20." })
    first: number | undefined,
    @Ctx() context: RequestContext,
  ): Promise<RepeatLocations | null> {
    const { size } = pageRequest({ first: first ?? null });
    const codeSet = await expectCodeSet(context, args.codeSet);
    const window = await loadRepeatWindow(context, agency.id, args);
    if (repeatCallsShown(context.viewer, agency.id) !== "LIST") return null;
    const { id: codeSetId, commonCodes } = codeSet;
    const found = await load(context, placedIncidents, {
      agencyId: agency.id,
      codeSetId,
      commonCodes,
      window,
      first: size,
    });
    invariant(found, "every agency has its places, be they none");
    return viewRepeatLocations({ codeSet, window }, found);
  }
}
