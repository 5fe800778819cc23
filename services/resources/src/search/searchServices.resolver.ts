import { type Connection, loadPage, pageRequest, type RequestContext } from "@corespond/kit";
import { Args, Ctx, Query, Resolver } from "type-graphql";

import { ServiceConnection } from "../service/service.connection";
import type { Service } from "../service/service.type";
import { SearchServicesArgs } from "./searchServices.args";
import { foundServices } from "./searchServices.loader";
import { serviceFilter } from "./serviceFilter";

/** The search for services. */
@Resolver()
export class SearchServicesResolver {
  @Query(() => ServiceConnection, {
    nullable: true,
    description: "Services that meet all that is asked for. For everybody, signed in or not.",
  })
  async searchServices(
    @Args(() => SearchServicesArgs) args: SearchServicesArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Service>> {
    return await loadPage(context, foundServices, {
      parents: [],
      page: pageRequest(args),
      filter: serviceFilter(args),
    });
  }
}
