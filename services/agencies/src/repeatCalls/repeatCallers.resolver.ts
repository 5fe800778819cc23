import { ConnectionArgs, invariant, load, type Connection, type RequestContext } from "@corespond/kit";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { Agency } from "../agency/agency.type";
import { expectCodeSet } from "../natureCode/expectCodeSet";
import { personsOfRecords } from "../ports/people.port";
import { pageOfRanking } from "./pageOfRanking";
import { repeatPersons } from "./repeatCallers.group";
import { repeatedIncidents } from "./repeatCallers.loader";
import { auditRepeatCallers, viewRepeatCallers, viewRepeatTotals } from "./repeatCallers.policy";
import { RepeatCaller, RepeatCallerConnection, RepeatCallers } from "./repeatCallers.type";
import { repeatTotals } from "./repeatCallerTotals.loader";
import { RepeatCallersArgs } from "./repeatCalls.args";
import { expectOwnThreshold, repeatCallsShown } from "./repeatCalls.policy";
import { loadRepeatWindow } from "./repeatWindow.loader";

/** Repeat callers of agencies in the graph. */
@Resolver(() => Agency)
export class AgencyRepeatCallersResolver {
  @FieldResolver(() => RepeatCallers, {
    nullable: true,
    description:
      "Who is the subject of many of the agency's calls in a window of days. For supervisors, social workers and privacy officers of the agencies that they serve, and for police and dispatch of their own; an analyst is told totals alone, by the program's own threshold: `FORBIDDEN` with another. Null for everybody else.",
  })
  async repeatCallers(
    @Root() agency: Agency,
    @Args(() => RepeatCallersArgs) args: RepeatCallersArgs,
    @Ctx() context: RequestContext,
  ): Promise<RepeatCallers | null> {
    const codeSet = await expectCodeSet(context, args.codeSet);
    const window = await loadRepeatWindow(context, agency.id, args);
    const shown = repeatCallsShown(context.viewer, agency.id);
    if (shown === "NOTHING") return null;
    expectOwnThreshold(shown, args.threshold ?? null);
    const question = { agencyId: agency.id, codeSet, window };
    const key = { agencyId: agency.id, codeSetId: codeSet.id, commonCodes: codeSet.commonCodes, window };
    if (shown === "TOTALS") {
      const totals = await load(context, repeatTotals, key);
      return totals && viewRepeatTotals(question, totals);
    }
    const found = await load(context, repeatedIncidents, key);
    invariant(found, "every agency has its incidents, be they none");
    const personOf = await personsOfRecords(
      context,
      found.records.map(({ recordId }) => recordId),
    );
    return viewRepeatCallers(question, found, repeatPersons(found.records, personOf, window.threshold));
  }
}

/** What repeat callers hold beside their totals. */
@Resolver(() => RepeatCallers)
export class RepeatCallersResolver {
  @FieldResolver(() => RepeatCallerConnection, {
    nullable: true,
    description: "The repeat callers, those with the most incidents first; null for an analyst.",
  })
  callers(
    @Root() { agencyId, ranking }: RepeatCallers,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Connection<RepeatCaller> | null {
    if (ranking === null) return null;
    const page = pageOfRanking(
      ranking,
      ({ incidents, person }) => ({ number: incidents, id: person?.recordId ?? "" }),
      args,
    );
    auditRepeatCallers(
      context,
      agencyId,
      page.edges.map(({ node }) => node),
    );
    return page;
  }
}
