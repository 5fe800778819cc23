import { load, loadMany, Role, type RequestContext } from "@corespond/kit";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";

import { recordById } from "../record/record.loader";
import { PersonRecord } from "../record/record.type";
import { personById, personByRecordId } from "./person.loader";
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

  @Query(() => Person, {
    nullable: true,
    description:
      "The resident who is signed in, as the own records that the sign-in was linked to describe them (Minn. Stat. 13.04, subd. 3). Null for everybody else.",
  })
  async myself(@Ctx() context: RequestContext): Promise<Person | null> {
    const [recordId] = context.viewer.role === Role.RESIDENT ? context.viewer.records : [];
    return recordId === undefined ? null : await load(context, personByRecordId, recordId);
  }

  @FieldResolver(() => [PersonRecord], {
    description: "The source records that this viewer may see, newest first, the 200 newest.",
  })
  async records(@Root() person: Person, @Ctx() context: RequestContext): Promise<readonly PersonRecord[]> {
    const records = await loadMany(context, recordById, person.recordIds);
    return records.filter((record) => record !== null);
  }
}
