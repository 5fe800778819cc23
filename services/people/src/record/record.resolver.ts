import { load, type RequestContext } from "@corespond/kit";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";

import { personByRecordId } from "../person/person.loader";
import { Person } from "../person/person.type";
import { recordById } from "./record.loader";
import { PersonRecord } from "./record.type";

/** Source records in the graph. */
@Resolver(() => PersonRecord)
export class RecordResolver {
  @Query(() => PersonRecord, {
    nullable: true,
    description: "One source record; null when absent or not for this viewer.",
  })
  async personRecord(
    @Arg("id", () => ID, { description: "Identity of the record." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<PersonRecord | null> {
    return await load(context, recordById, id);
  }

  @FieldResolver(() => Person, { nullable: true, description: "The person whom the record is linked to." })
  async person(@Root() record: PersonRecord, @Ctx() context: RequestContext): Promise<Person | null> {
    return await load(context, personByRecordId, record.id);
  }
}
