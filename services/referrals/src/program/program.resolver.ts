import { ConnectionArgs, loadPage, pageRequest, type Connection, type RequestContext } from "@corespond/kit";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { programConnections } from "../measures/connections/connections.loader";
import { ProgramConnections } from "../measures/connections/connections.type";
import { referralFunnel } from "../measures/funnel/funnel.loader";
import { ReferralFunnel } from "../measures/funnel/funnel.type";
import { OutcomesQuestion } from "../measures/outcomes/outcomes.args";
import { programOutcomes } from "../measures/outcomes/outcomes.loader";
import { ProgramOutcomes } from "../measures/outcomes/outcomes.type";
import { peopleReached } from "../measures/peopleReached/peopleReached.loader";
import { PeopleReached } from "../measures/peopleReached/peopleReached.type";
import { PeriodArgs } from "../measures/period/measurePeriod.args";
import { refusePublished } from "../measures/snapshot/measureSnapshot.policy";
import { PublishedOutcomesConnection } from "../measures/snapshot/publishedOutcomes.connection";
import { publishedOutcomesOfProgram } from "../measures/snapshot/publishedOutcomes.loader";
import type { PublishedOutcomes } from "../measures/snapshot/publishedOutcomes.type";
import { timeToContact } from "../measures/timeToContact/timeToContact.loader";
import { TimeToContact } from "../measures/timeToContact/timeToContact.type";
import { ProgramReference } from "./program.type";

const forWhom =
  "For supervisors and analysts whose employer runs the program; FORBIDDEN for every other role, null for another county's program. BAD_USER_INPUT where `agencyId` is no member.";

/** The measures that this slice adds to a program. */
@Resolver(() => ProgramReference)
export class ProgramResolver {
  @FieldResolver(() => PeopleReached, {
    nullable: true,
    description: `How many persons the program reached in a period. ${forWhom}`,
  })
  async peopleReached(
    @Root() { id }: ProgramReference,
    @Args(() => PeriodArgs) args: PeriodArgs,
    @Ctx() context: RequestContext,
  ): Promise<PeopleReached | null> {
    return await peopleReached(context, id, args);
  }

  @FieldResolver(() => ReferralFunnel, {
    nullable: true,
    description: `What became of the referrals that were submitted in a period. ${forWhom}`,
  })
  async funnel(
    @Root() { id }: ProgramReference,
    @Args(() => PeriodArgs) args: PeriodArgs,
    @Ctx() context: RequestContext,
  ): Promise<ReferralFunnel | null> {
    return await referralFunnel(context, id, args);
  }

  @FieldResolver(() => TimeToContact, {
    nullable: true,
    description: `How long the referrals that were submitted in a period waited for a contact. ${forWhom}`,
  })
  async timeToContact(
    @Root() { id }: ProgramReference,
    @Args(() => PeriodArgs) args: PeriodArgs,
    @Ctx() context: RequestContext,
  ): Promise<TimeToContact | null> {
    return await timeToContact(context, id, args);
  }

  @FieldResolver(() => ProgramConnections, {
    nullable: true,
    description: `To which ends the service referrals came that were sent in a period. ${forWhom}`,
  })
  async connections(
    @Root() { id }: ProgramReference,
    @Args(() => PeriodArgs) args: PeriodArgs,
    @Ctx() context: RequestContext,
  ): Promise<ProgramConnections | null> {
    return await programConnections(context, id, args);
  }

  @FieldResolver(() => ProgramOutcomes, {
    nullable: true,
    description: `How often those whom the program enrolled were the subject of calls before and after, beside comparators. ${forWhom} BAD_USER_INPUT also for a set of codes that is not published.`,
  })
  async outcomes(
    @Root() { id }: ProgramReference,
    @Args(() => OutcomesQuestion) question: OutcomesQuestion,
    @Ctx() context: RequestContext,
  ): Promise<ProgramOutcomes | null> {
    return await programOutcomes(context, id, question);
  }

  @FieldResolver(() => PublishedOutcomesConnection, {
    nullable: true,
    description:
      "The outcomes that were published, from the latest to the earliest. For analysts, supervisors, privacy officers and administrators of the county that runs the program; FORBIDDEN for every other role, nothing of another county's program.",
  })
  async publishedOutcomes(
    @Root() { id }: ProgramReference,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<PublishedOutcomes>> {
    refusePublished(context.viewer);
    return await loadPage(context, publishedOutcomesOfProgram, {
      parents: [id],
      page: pageRequest(args),
      filter: null,
    });
  }
}
