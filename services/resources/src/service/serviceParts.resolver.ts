import type { RequestContext } from "@corespond/kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { attributesOf } from "../attribute/attribute.loader";
import { Attribute } from "../attribute/attribute.type";
import { capacitiesOfService } from "../capacity/serviceCapacity.loader";
import { ServiceCapacity } from "../capacity/serviceCapacity.type";
import { contactsOf } from "../contactPerson/contactPerson.loader";
import { ContactPerson } from "../contactPerson/contactPerson.type";
import { costOptionsOfService } from "../costOption/costOption.loader";
import { CostOption } from "../costOption/costOption.type";
import { languagesOf } from "../language/language.loader";
import { Language } from "../language/language.type";
import { loadParts } from "../loading/partLoader";
import { phonesOf } from "../phone/phone.loader";
import { Phone } from "../phone/phone.type";
import { requiredDocumentsOfService } from "../requiredDocument/requiredDocument.loader";
import { RequiredDocument } from "../requiredDocument/requiredDocument.type";
import { schedulesOf } from "../schedule/schedule.loader";
import { Schedule } from "../schedule/schedule.type";
import { serviceAreasOf } from "../serviceArea/serviceArea.loader";
import { ServiceArea } from "../serviceArea/serviceArea.type";
import { Service } from "./service.type";

/** The parts of a service: what stands in tables of its own. */
@Resolver(() => Service)
export class ServicePartsResolver {
  @FieldResolver(() => [Phone], { description: "The service's telephones, at most 100." })
  async phones(@Root() service: Service, @Ctx() context: RequestContext): Promise<readonly Phone[]> {
    return await loadParts(context, phonesOf.service, service.id);
  }

  @FieldResolver(() => [Schedule], { description: "When the service is given, at most 100." })
  async schedules(@Root() service: Service, @Ctx() context: RequestContext): Promise<readonly Schedule[]> {
    return await loadParts(context, schedulesOf.service, service.id);
  }

  @FieldResolver(() => [ServiceCapacity], { description: "What the service has free, one per unit, at most 100." })
  async capacities(@Root() service: Service, @Ctx() context: RequestContext): Promise<readonly ServiceCapacity[]> {
    return await loadParts(context, capacitiesOfService, service.id);
  }

  @FieldResolver(() => [ServiceArea], { description: "Whose residents the service is for, at most 100." })
  async serviceAreas(@Root() service: Service, @Ctx() context: RequestContext): Promise<readonly ServiceArea[]> {
    return await loadParts(context, serviceAreasOf.service, service.id);
  }

  @FieldResolver(() => [Language], { description: "The languages in which the service is given, at most 100." })
  async languages(@Root() service: Service, @Ctx() context: RequestContext): Promise<readonly Language[]> {
    return await loadParts(context, languagesOf.service, service.id);
  }

  @FieldResolver(() => [CostOption], { description: "What the service costs, at most 100." })
  async costOptions(@Root() service: Service, @Ctx() context: RequestContext): Promise<readonly CostOption[]> {
    return await loadParts(context, costOptionsOfService, service.id);
  }

  @FieldResolver(() => [RequiredDocument], { description: "The documents that the service asks for, at most 100." })
  async requiredDocuments(
    @Root() service: Service,
    @Ctx() context: RequestContext,
  ): Promise<readonly RequiredDocument[]> {
    return await loadParts(context, requiredDocumentsOfService, service.id);
  }

  @FieldResolver(() => [ContactPerson], { description: "Whom to ask about the service, at most 100." })
  async contacts(@Root() service: Service, @Ctx() context: RequestContext): Promise<readonly ContactPerson[]> {
    return await loadParts(context, contactsOf.service, service.id);
  }

  @FieldResolver(() => [Attribute], {
    description:
      "The service's classifications: what it offers, and for whom (HSDS keeps eligibility here), at most 100.",
  })
  async attributes(@Root() service: Service, @Ctx() context: RequestContext): Promise<readonly Attribute[]> {
    return await loadParts(context, attributesOf.service, service.id);
  }
}
