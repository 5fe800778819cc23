import { load, type RequestContext } from "@corespond/kit";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";

import { mostYears } from "../accounting/accounting.rules";
import { disclosuresOfRecords } from "../accounting/disclosures.loader";
import { legalRoles } from "../legalHold/legalHold.policy";
import { personById } from "../person/person.loader";
import { holdingsElsewhere } from "../ports/holdings.port";
import { isOneOf } from "../record/viewerRoles";
import { deepFreeze } from "../rules/deepFreeze";
import { DataAnswer } from "./dataAnswer.type";
import { ownHoldings } from "./ownHoldings";
import { printDataAnswer } from "./printDataAnswer";

/** The answer to a person's request for access. */
@Resolver()
export class DataAnswerResolver {
  @Query(() => DataAnswer, {
    nullable: true,
    description:
      "What is held about a person, in all slices, to be handed over to them. For privacy officers; null when absent or not for this viewer.",
  })
  async dataAnswer(
    @Arg("personId", () => ID, { description: "The person who asked." }) personId: string,
    @Ctx() context: RequestContext,
  ): Promise<DataAnswer | null> {
    if (!isOneOf(context.viewer.role, legalRoles)) return null;
    const person = await load(context, personById, personId);
    if (person === null) return null;
    const [own, elsewhere, disclosures] = await Promise.all([
      ownHoldings(context, person),
      holdingsElsewhere(context, { recordIds: person.recordIds, activityOnly: false }),
      disclosuresOfRecords(context, person.recordIds, mostYears),
    ]);
    const told = elsewhere.items.map(({ occurredAt, ...item }) => ({ ...item, occurredAt: new Date(occurredAt) }));
    const holdings = [...own, ...told].toSorted((a, b) => b.occurredAt.getTime() - a.occurredAt.getTime());
    const name = person.names[0]?.text ?? "a person without a known name";
    const html = printDataAnswer({ name, preparedAt: new Date(), holdings, disclosures });
    return deepFreeze(Object.assign(new DataAnswer(), { holdings, disclosures, html }));
  }
}
