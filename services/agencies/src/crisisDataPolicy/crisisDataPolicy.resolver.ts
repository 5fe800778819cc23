import { loadList, type RequestContext } from "@corespond/kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { Agency } from "../agency/agency.type";
import { crisisDataPolicyOfAgency } from "./crisisDataPolicy.loader";
import { CrisisDataPolicy } from "./crisisDataPolicy.type";

/** An agency's policy in the graph. */
@Resolver(() => Agency)
export class AgencyCrisisDataPolicyResolver {
  @FieldResolver(() => CrisisDataPolicy, {
    nullable: true,
    description:
      "The agency's policy on data that it is told in a crisis, the newest adopted by today; null without one. For agencies' staff.",
  })
  async crisisDataPolicy(@Root() { id }: Agency, @Ctx() context: RequestContext): Promise<CrisisDataPolicy | null> {
    const [newest] = await loadList(context, crisisDataPolicyOfAgency, { parent: id, asOf: null });
    return newest ?? null;
  }
}
