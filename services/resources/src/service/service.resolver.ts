import { type Connection, ConnectionArgs, load, loadPage, pageRequest, type RequestContext } from "@corespond/kit";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";

import { isOpen } from "../opening/opening.loader";
import { organizationById } from "../organization/organization.loader";
import { Organization } from "../organization/organization.type";
import { programById } from "../program/program.loader";
import { ServiceProgram } from "../program/program.type";
import { ServiceAtLocationConnection } from "../serviceAtLocation/serviceAtLocation.connection";
import { servicePlacesOfService } from "../serviceAtLocation/serviceAtLocation.loader";
import type { ServiceAtLocation } from "../serviceAtLocation/serviceAtLocation.type";
import { serviceById } from "./service.loader";
import { Service } from "./service.type";

/** Services in the graph. */
@Resolver(() => Service)
export class ServiceResolver {
  @Query(() => Service, { nullable: true, description: "One service; null where there is none." })
  async service(
    @Arg("id", () => ID, { description: "The service's id." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Service | null> {
    return await load(context, serviceById, id);
  }

  @FieldResolver(() => Organization, { nullable: true, description: "The organization that provides the service." })
  async organization(@Root() service: Service, @Ctx() context: RequestContext): Promise<Organization | null> {
    return await load(context, organizationById, service.organizationId);
  }

  @FieldResolver(() => ServiceProgram, { nullable: true, description: "The program under which the service is given." })
  async program(@Root() service: Service, @Ctx() context: RequestContext): Promise<ServiceProgram | null> {
    return service.programId === null ? null : await load(context, programById, service.programId);
  }

  @FieldResolver(() => ServiceAtLocationConnection, { description: "Where the service is given." })
  async serviceAtLocations(
    @Root() service: Service,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ServiceAtLocation>> {
    return await loadPage(context, servicePlacesOfService, {
      parents: [service.id],
      page: pageRequest(args),
      filter: null,
    });
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      "Whether the service is open at an instant, by its schedules or, where it has none, those of its locations. Null where they do not say, or are not all understood: call and ask.",
  })
  async isOpen(
    @Root() service: Service,
    @Ctx() context: RequestContext,
    @Arg("at", () => Date, { nullable: true, description: "The instant; now where there is none." }) at?: Date | null,
  ): Promise<boolean | null> {
    return await isOpen(context, service, at ?? null);
  }
}
