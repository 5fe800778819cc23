import { type Connection, ConnectionArgs, load, loadPage, pageRequest, type RequestContext } from "@corespond/kit";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";

import { disclosedPlan } from "../crisisPlan/crisisPlan.loader";
import { CrisisPlan } from "../crisisPlan/crisisPlan.type";
import { personByRecordId } from "../person/person.loader";
import { Person } from "../person/person.type";
import { crisisDisclosureById, crisisDisclosurePages } from "./crisisDisclosure.loader";
import { CrisisDisclosure, CrisisDisclosureConnection } from "./crisisDisclosure.type";

/** Crisis disclosures in the graph. */
@Resolver(() => CrisisDisclosure)
export class CrisisDisclosureResolver {
  @Query(() => CrisisDisclosure, {
    nullable: true,
    description: "One crisis disclosure; null when absent or not for this viewer.",
  })
  async crisisDisclosure(
    @Arg("id", () => ID, { description: "Identity of the disclosure." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<CrisisDisclosure | null> {
    return await load(context, crisisDisclosureById, id);
  }

  @Query(() => CrisisDisclosureConnection, {
    nullable: true,
    description: "The crisis disclosures that you asked for, or as a privacy officer decide on, the newest first.",
  })
  async crisisDisclosures(
    @Arg("undecided", () => Boolean, { defaultValue: false, description: "Only those that nobody has decided on." })
    undecided: boolean,
    @Args() page: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<CrisisDisclosure>> {
    return await loadPage(context, crisisDisclosurePages, {
      parents: [],
      page: pageRequest(page),
      filter: { undecided },
    });
  }

  @FieldResolver(() => Person, { nullable: true, description: "The client, as far as this viewer may see them." })
  async person(@Root() { recordId }: CrisisDisclosure, @Ctx() context: RequestContext): Promise<Person | null> {
    return await load(context, personByRecordId, recordId);
  }

  @FieldResolver(() => CrisisPlan, {
    nullable: true,
    description:
      "Whom to call and what helps: while the disclosure is OPEN, for who asked for it, with the purpose of use ETREAT; null otherwise.",
  })
  async plan(@Root() { id }: CrisisDisclosure, @Ctx() context: RequestContext): Promise<CrisisPlan | null> {
    return await load(context, disclosedPlan, id);
  }
}
