import { load, type RequestContext } from "@corespond/kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { attributesOf } from "../attribute/attribute.loader";
import { Attribute } from "../attribute/attribute.type";
import { contactsOf } from "../contactPerson/contactPerson.loader";
import { ContactPerson } from "../contactPerson/contactPerson.type";
import { loadParts } from "../loading/partLoader";
import { locationById } from "../location/location.loader";
import { Location } from "../location/location.type";
import { phonesOf } from "../phone/phone.loader";
import { Phone } from "../phone/phone.type";
import { schedulesOf } from "../schedule/schedule.loader";
import { Schedule } from "../schedule/schedule.type";
import { serviceById } from "../service/service.loader";
import { Service } from "../service/service.type";
import { serviceAreasOf } from "../serviceArea/serviceArea.loader";
import { ServiceArea } from "../serviceArea/serviceArea.type";
import { ServiceAtLocation } from "./serviceAtLocation.type";

/** Services at locations in the graph. */
@Resolver(() => ServiceAtLocation)
export class ServiceAtLocationResolver {
  @FieldResolver(() => Service, { nullable: true, description: "The service." })
  async service(@Root() place: ServiceAtLocation, @Ctx() context: RequestContext): Promise<Service | null> {
    return await load(context, serviceById, place.serviceId);
  }

  @FieldResolver(() => Location, {
    nullable: true,
    description: "The location; of a confidential one, its front gate.",
  })
  async location(@Root() place: ServiceAtLocation, @Ctx() context: RequestContext): Promise<Location | null> {
    return await load(context, locationById, place.locationId);
  }

  @FieldResolver(() => [Phone], { description: "The telephones of the service at this location, at most 100." })
  async phones(@Root() place: ServiceAtLocation, @Ctx() context: RequestContext): Promise<readonly Phone[]> {
    return await loadParts(context, phonesOf.serviceAtLocation, place.id);
  }

  @FieldResolver(() => [ContactPerson], { description: "Whom to ask about the service at this location, at most 100." })
  async contacts(@Root() place: ServiceAtLocation, @Ctx() context: RequestContext): Promise<readonly ContactPerson[]> {
    return await loadParts(context, contactsOf.serviceAtLocation, place.id);
  }

  @FieldResolver(() => [Schedule], { description: "When the service is given at this location, at most 100." })
  async schedules(@Root() place: ServiceAtLocation, @Ctx() context: RequestContext): Promise<readonly Schedule[]> {
    return await loadParts(context, schedulesOf.serviceAtLocation, place.id);
  }

  @FieldResolver(() => [ServiceArea], {
    description: "Whose residents the service at this location is for, at most 100.",
  })
  async serviceAreas(
    @Root() place: ServiceAtLocation,
    @Ctx() context: RequestContext,
  ): Promise<readonly ServiceArea[]> {
    return await loadParts(context, serviceAreasOf.serviceAtLocation, place.id);
  }

  @FieldResolver(() => [Attribute], { description: "The classifications, at most 100." })
  async attributes(@Root() place: ServiceAtLocation, @Ctx() context: RequestContext): Promise<readonly Attribute[]> {
    return await loadParts(context, attributesOf.serviceAtLocation, place.id);
  }
}
