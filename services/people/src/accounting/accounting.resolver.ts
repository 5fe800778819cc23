import { graphError, type RequestContext } from "@corespond/kit";
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";

import { expectAudit } from "../person/person.policy";
import { Person } from "../person/person.type";
import { requestsOfRecords } from "./accounting.loader";
import { mostYears } from "./accounting.rules";
import { AccountingRequest } from "./accounting.type";
import { PersonDisclosure } from "./disclosure.type";
import { disclosuresOfRecords } from "./disclosures.loader";

/** To whom data about a person went. */
@Resolver(() => Person)
export class PersonAccountingResolver {
  @FieldResolver(() => [PersonDisclosure], {
    nullable: true,
    description:
      "To whom of other agencies and organizations data of the records that this viewer may see went, the latest first, at most 500 lines from each part of the graph; what an accounting need not list is flagged, what an official had suspended is left out until it ends (45 CFR 164.528; 42 CFR 2.24). For privacy officers, anybody else gets FORBIDDEN.",
  })
  async disclosures(
    @Root() person: Person,
    @Arg("years", () => Int, {
      defaultValue: mostYears,
      description: "How many years back, 1 to 6: 6 by HIPAA, 3 by 42 CFR 2.24.",
    })
    years: number,
    @Ctx() context: RequestContext,
  ): Promise<readonly PersonDisclosure[]> {
    expectAudit(context, "disclosures");
    if (years < 1 || years > mostYears)
      throw graphError(
        "BAD_USER_INPUT",
        `\`years\` must be from 1 to ${String(mostYears)}, but got: ${String(years)}.`,
        {
          argumentName: "years",
          limit: mostYears,
        },
      );
    return await disclosuresOfRecords(context, person.recordIds, years);
  }

  @FieldResolver(() => [AccountingRequest], {
    nullable: true,
    description:
      "When the person asked for an accounting, and until when it must be given; the newest first, the 100 newest. For privacy officers, anybody else gets FORBIDDEN.",
  })
  async accountingRequests(
    @Root() person: Person,
    @Ctx() context: RequestContext,
  ): Promise<readonly AccountingRequest[]> {
    expectAudit(context, "accountingRequests");
    return await requestsOfRecords(context, person.recordIds);
  }
}
