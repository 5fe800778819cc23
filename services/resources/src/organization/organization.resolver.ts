import { type Connection, ConnectionArgs, load, loadPage, pageRequest, type RequestContext } from "@corespond/kit";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";

import { attributesOf } from "../attribute/attribute.loader";
import { Attribute } from "../attribute/attribute.type";
import { contactsOf } from "../contactPerson/contactPerson.loader";
import { ContactPerson } from "../contactPerson/contactPerson.type";
import { loadParts } from "../loading/partLoader";
import { LocationConnection } from "../location/location.connection";
import { locationPages } from "../location/location.loader";
import type { Location } from "../location/location.type";
import { phonesOf } from "../phone/phone.loader";
import { Phone } from "../phone/phone.type";
import { programsOfOrganization } from "../program/program.loader";
import { ServiceProgram } from "../program/program.type";
import { ServiceConnection } from "../service/service.connection";
import { servicePages } from "../service/service.loader";
import type { Service } from "../service/service.type";
import { OrganizationConnection } from "./organization.connection";
import { organizationById, organizationPages } from "./organization.loader";
import { Organization } from "./organization.type";

/** Organizations in the graph. */
@Resolver(() => Organization)
export class OrganizationResolver {
  @Query(() => Organization, { nullable: true, description: "One organization; null where there is none." })
  async organization(
    @Arg("id", () => ID, { description: "The organization's id." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Organization | null> {
    return await load(context, organizationById, id);
  }

  @Query(() => OrganizationConnection, { nullable: true, description: "All organizations, by name." })
  async organizations(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Organization>> {
    return await loadPage(context, organizationPages, { parents: [], page: pageRequest(args), filter: null });
  }

  @FieldResolver(() => Organization, { nullable: true, description: "The organization of which this one is a part." })
  async parentOrganization(
    @Root() organization: Organization,
    @Ctx() context: RequestContext,
  ): Promise<Organization | null> {
    const { parentOrganizationId } = organization;
    return parentOrganizationId === null ? null : await load(context, organizationById, parentOrganizationId);
  }

  @FieldResolver(() => ServiceConnection, { description: "The organization's services of any status, by name." })
  async services(
    @Root() organization: Organization,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Service>> {
    return await loadPage(context, servicePages, { parents: [organization.id], page: pageRequest(args), filter: null });
  }

  @FieldResolver(() => LocationConnection, {
    description: "The organization's locations, by name, confidential ones first.",
  })
  async locations(
    @Root() organization: Organization,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Location>> {
    return await loadPage(context, locationPages, {
      parents: [organization.id],
      page: pageRequest(args),
      filter: null,
    });
  }

  @FieldResolver(() => [ServiceProgram], {
    description: "The programs under which services are given, by name, at most 100.",
  })
  async programs(
    @Root() organization: Organization,
    @Ctx() context: RequestContext,
  ): Promise<readonly ServiceProgram[]> {
    return await loadParts(context, programsOfOrganization, organization.id);
  }

  @FieldResolver(() => [Phone], { description: "The organization's telephones, at most 100." })
  async phones(@Root() organization: Organization, @Ctx() context: RequestContext): Promise<readonly Phone[]> {
    return await loadParts(context, phonesOf.organization, organization.id);
  }

  @FieldResolver(() => [ContactPerson], { description: "Whom to ask at the organization, at most 100." })
  async contacts(
    @Root() organization: Organization,
    @Ctx() context: RequestContext,
  ): Promise<readonly ContactPerson[]> {
    return await loadParts(context, contactsOf.organization, organization.id);
  }

  @FieldResolver(() => [Attribute], { description: "The organization's classifications, at most 100." })
  async attributes(@Root() organization: Organization, @Ctx() context: RequestContext): Promise<readonly Attribute[]> {
    return await loadParts(context, attributesOf.organization, organization.id);
  }
}
