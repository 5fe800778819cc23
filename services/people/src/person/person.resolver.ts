import { load, loadMany, type RequestContext } from "@corespond/kit";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";

import { recordById } from "../record/record.loader";
import { PersonRecord } from "../record/record.type";
import { personById } from "./person.loader";
import { Person } from "./person.type";

/** Persons in the graph. */
@Resolver(() => Person)
export class PersonResolver {
  @Query(() => Person, {
    nullable: true,
    description: "One person; null when absent or when this viewer may see none of the records.",
  })
  async person(
    @Arg("id", () => ID, { description: "Identity of the person." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Person | null> {
    return await load(context, personById, id);
  }

  @FieldResolver(() => [PersonRecord], {
    description: "The source records that this viewer may see, newest first, the 200 newest.",
  })
  async records(@Root() person: Person, @Ctx() context: RequestContext): Promise<readonly PersonRecord[]> {
    const records = await loadMany(context, recordById, person.recordIds);
    return records.filter((record) => record !== null);
  }
}
