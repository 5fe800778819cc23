import {
  ConnectionArgs,
  connectionType,
  loadList,
  loadPage,
  pageRequest,
  type Connection,
  type RequestContext,
} from "@corespond/kit";
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";

import { agenciesServing } from "../agency/agency.loader";
import { Agency } from "../agency/agency.type";
import { jurisdictionPages } from "./jurisdiction.loader";
import { Jurisdiction } from "./jurisdiction.type";

const JurisdictionConnection = connectionType(Jurisdiction, "Jurisdiction");

/** Areas in the graph. */
@Resolver(() => Jurisdiction)
export class JurisdictionResolver {
  @Query(() => JurisdictionConnection, { nullable: true, description: "All areas that agencies serve, by name." })
  async jurisdictions(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Jurisdiction>> {
    return await loadPage(context, jurisdictionPages, { parents: [], page: pageRequest(args), filter: null });
  }

  @FieldResolver(() => [Agency], {
    description: "The agencies that serve the area, by name: its police, the county's sheriff. A handful.",
  })
  async servedBy(@Root() jurisdiction: Jurisdiction, @Ctx() context: RequestContext): Promise<readonly Agency[]> {
    return await loadList(context, agenciesServing, { parent: jurisdiction.id, asOf: null });
  }
}
