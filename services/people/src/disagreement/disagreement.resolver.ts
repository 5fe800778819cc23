import { loadList, type RequestContext } from "@corespond/kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { Person } from "../person/person.type";
import { PersonRecord } from "../record/record.type";
import { disagreementsOfRecord } from "./disagreement.loader";
import { StatementOfDisagreement } from "./disagreement.type";

const description =
  "What the person says against what is held of them, the newest first. Whoever passes the data on passes this on.";

/** What a person says against one record. */
@Resolver(() => PersonRecord)
export class RecordDisagreementResolver {
  @FieldResolver(() => [StatementOfDisagreement], { description })
  async statementsOfDisagreement(
    @Root() { id }: PersonRecord,
    @Ctx() context: RequestContext,
  ): Promise<readonly StatementOfDisagreement[]> {
    return await loadList(context, disagreementsOfRecord, { parent: id, asOf: null });
  }
}

/** What a person says against the records that a viewer sees. */
@Resolver(() => Person)
export class PersonDisagreementResolver {
  @FieldResolver(() => [StatementOfDisagreement], { description })
  async statementsOfDisagreement(
    @Root() { recordIds }: Person,
    @Ctx() context: RequestContext,
  ): Promise<readonly StatementOfDisagreement[]> {
    const lists = await Promise.all(
      recordIds.map((parent) => loadList(context, disagreementsOfRecord, { parent, asOf: null })),
    );
    return lists.flat().toSorted((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime());
  }
}
