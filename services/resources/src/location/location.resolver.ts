import { type Connection, ConnectionArgs, load, loadPage, pageRequest, type RequestContext } from "@corespond/kit";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";

import { accessibilityOfLocation } from "../accessibility/accessibility.loader";
import { Accessibility } from "../accessibility/accessibility.type";
import { addressesOfLocation } from "../address/address.loader";
import { Address } from "../address/address.type";
import { attributesOf } from "../attribute/attribute.loader";
import { Attribute } from "../attribute/attribute.type";
import { contactsOf } from "../contactPerson/contactPerson.loader";
import { ContactPerson } from "../contactPerson/contactPerson.type";
import { languagesOf } from "../language/language.loader";
import { Language } from "../language/language.type";
import { loadParts } from "../loading/partLoader";
import { organizationById } from "../organization/organization.loader";
import { Organization } from "../organization/organization.type";
import { phonesOf } from "../phone/phone.loader";
import { Phone } from "../phone/phone.type";
import { schedulesOf } from "../schedule/schedule.loader";
import { Schedule } from "../schedule/schedule.type";
import { ServiceAtLocationConnection } from "../serviceAtLocation/serviceAtLocation.connection";
import { servicePlacesOfLocation } from "../serviceAtLocation/serviceAtLocation.loader";
import type { ServiceAtLocation } from "../serviceAtLocation/serviceAtLocation.type";
import { locationById } from "./location.loader";
import { Location } from "./location.type";

/** Locations in the graph. */
@Resolver(() => Location)
export class LocationResolver {
  @Query(() => Location, { nullable: true, description: "One location; null where there is none." })
  async location(
    @Arg("id", () => ID, { description: "The location's id." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Location | null> {
    return await load(context, locationById, id);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: "The organization that is responsible for the location.",
  })
  async organization(@Root() location: Location, @Ctx() context: RequestContext): Promise<Organization | null> {
    return location.organizationId === null ? null : await load(context, organizationById, location.organizationId);
  }

  @FieldResolver(() => ServiceAtLocationConnection, { description: "The services that are given here." })
  async serviceAtLocations(
    @Root() location: Location,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ServiceAtLocation>> {
    return await loadPage(context, servicePlacesOfLocation, {
      parents: [location.id],
      page: pageRequest(args),
      filter: null,
    });
  }

  @FieldResolver(() => [Address], { description: "The addresses, at most 100. None of a confidential location." })
  async addresses(@Root() location: Location, @Ctx() context: RequestContext): Promise<readonly Address[]> {
    return await loadParts(context, addressesOfLocation, location.id);
  }

  @FieldResolver(() => [Phone], {
    description: "The telephones, at most 100. None of a confidential location: see `frontGate`.",
  })
  async phones(@Root() location: Location, @Ctx() context: RequestContext): Promise<readonly Phone[]> {
    return await loadParts(context, phonesOf.location, location.id);
  }

  @FieldResolver(() => [ContactPerson], {
    description: "Whom to ask here, at most 100. None of a confidential location.",
  })
  async contacts(@Root() location: Location, @Ctx() context: RequestContext): Promise<readonly ContactPerson[]> {
    return await loadParts(context, contactsOf.location, location.id);
  }

  @FieldResolver(() => [Schedule], {
    description: "When the location is open, at most 100. None of a confidential location.",
  })
  async schedules(@Root() location: Location, @Ctx() context: RequestContext): Promise<readonly Schedule[]> {
    return await loadParts(context, schedulesOf.location, location.id);
  }

  @FieldResolver(() => [Language], {
    description: "The languages spoken here, at most 100. None of a confidential location.",
  })
  async languages(@Root() location: Location, @Ctx() context: RequestContext): Promise<readonly Language[]> {
    return await loadParts(context, languagesOf.location, location.id);
  }

  @FieldResolver(() => [Accessibility], {
    description: "What is offered to people with disabilities, at most 100. None of a confidential location.",
  })
  async accessibility(@Root() location: Location, @Ctx() context: RequestContext): Promise<readonly Accessibility[]> {
    return await loadParts(context, accessibilityOfLocation, location.id);
  }

  @FieldResolver(() => [Attribute], {
    description: "The classifications, at most 100. None of a confidential location.",
  })
  async attributes(@Root() location: Location, @Ctx() context: RequestContext): Promise<readonly Attribute[]> {
    return await loadParts(context, attributesOf.location, location.id);
  }
}
