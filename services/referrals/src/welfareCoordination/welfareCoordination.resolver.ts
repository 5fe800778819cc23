import { loadList, type RequestContext } from "@corespond/kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { AgencyReference } from "../agency/agency.type";
import { welfareCoordinationOfAgency } from "./welfareCoordination.loader";
import { WelfareCoordination } from "./welfareCoordination.type";

/** A county's decisions in the graph. */
@Resolver(() => AgencyReference)
export class AgencyWelfareCoordinationResolver {
  @FieldResolver(() => [WelfareCoordination], {
    nullable: true,
    description:
      "The county's newest decision on each organization that it has decided on, the latest first. For the welfare side of that county; empty for everybody else.",
  })
  async welfareCoordination(
    @Root() { id }: AgencyReference,
    @Ctx() context: RequestContext,
  ): Promise<readonly WelfareCoordination[]> {
    return await loadList(context, welfareCoordinationOfAgency, { parent: id, asOf: null });
  }
}
