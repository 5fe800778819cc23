import { load, type RowAccess, type SliceDefinition } from "@corespond/kit";

import { accessibilityAccess } from "./accessibility/accessibility.policy";
import { AccessibilityRow } from "./accessibility/accessibility.row";
import { addressAccess } from "./address/address.policy";
import { AddressRow } from "./address/address.row";
import { attributeAccess } from "./attribute/attribute.policy";
import { AttributeRow } from "./attribute/attribute.row";
import { serviceCapacityAccess } from "./capacity/serviceCapacity.policy";
import { ServiceCapacityRow } from "./capacity/serviceCapacity.row";
import { unitAccess } from "./capacity/unit.policy";
import { UnitRow } from "./capacity/unit.row";
import { contactPersonAccess } from "./contactPerson/contactPerson.policy";
import { ContactPersonRow } from "./contactPerson/contactPerson.row";
import { costOptionAccess } from "./costOption/costOption.policy";
import { CostOptionRow } from "./costOption/costOption.row";
import { languageAccess } from "./language/language.policy";
import { LanguageRow } from "./language/language.row";
import { locationById } from "./location/location.loader";
import { locationAccess } from "./location/location.policy";
import { LocationRow } from "./location/location.row";
import { migrations } from "./migrations/migrations";
import { openingAccess } from "./opening/opening.policy";
import { openingFunctionsSql } from "./opening/openingFunctions";
import { organizationById } from "./organization/organization.loader";
import { organizationAccess } from "./organization/organization.policy";
import { OrganizationRow } from "./organization/organization.row";
import { phoneAccess } from "./phone/phone.policy";
import { PhoneRow } from "./phone/phone.row";
import { serviceFacts } from "./port/serviceFacts.loader";
import { programAccess } from "./program/program.policy";
import { ProgramRow } from "./program/program.row";
import { ReferralReference } from "./referral/referral.type";
import { requiredDocumentAccess } from "./requiredDocument/requiredDocument.policy";
import { RequiredDocumentRow } from "./requiredDocument/requiredDocument.row";
import { resolvers } from "./resolvers";
import { scheduleAccess } from "./schedule/schedule.policy";
import { ScheduleRow } from "./schedule/schedule.row";
import { serviceSearchAccess } from "./search/serviceSearch.policy";
import { serviceById } from "./service/service.loader";
import { serviceAccess } from "./service/service.policy";
import { ServiceRow } from "./service/service.row";
import { serviceAreaAccess } from "./serviceArea/serviceArea.policy";
import { ServiceAreaRow } from "./serviceArea/serviceArea.row";
import { serviceAtLocationById } from "./serviceAtLocation/serviceAtLocation.loader";
import { serviceAtLocationAccess } from "./serviceAtLocation/serviceAtLocation.policy";
import { ServicePlaceRow } from "./serviceAtLocation/serviceAtLocation.row";
import { taxonomyTermById } from "./taxonomyTerm/taxonomyTerm.loader";
import { taxonomyTermAccess } from "./taxonomyTerm/taxonomyTerm.policy";
import { TaxonomyTermRow } from "./taxonomyTerm/taxonomyTerm.row";

const access: readonly RowAccess[] = [
  organizationAccess,
  programAccess,
  taxonomyTermAccess,
  serviceAccess,
  locationAccess,
  serviceAtLocationAccess,
  addressAccess,
  accessibilityAccess,
  contactPersonAccess,
  phoneAccess,
  languageAccess,
  serviceAreaAccess,
  costOptionAccess,
  requiredDocumentAccess,
  attributeAccess,
  scheduleAccess,
  openingAccess,
  unitAccess,
  serviceCapacityAccess,
  serviceSearchAccess,
];

/** The views that everybody may read, and the functions that search calls. */
const afterAccess = (appRole: string): string => `
  ${openingFunctionsSql}
  GRANT SELECT ON place, service_place, service_schedule TO "${appRole}";`;

/** The slice of services: HSDS 3.1, search, capacity, suggestions for referrals. */
export const resourcesSlice: SliceDefinition = {
  name: "resources",
  graph: {
    resolvers: [...resolvers],
    orphanedTypes: [ReferralReference],
    references: {
      Organization: ({ id }, context) => load(context, organizationById, id ?? ""),
      Service: ({ id }, context) => load(context, serviceById, id ?? ""),
      Location: ({ id }, context) => load(context, locationById, id ?? ""),
      ServiceAtLocation: ({ id }, context) => load(context, serviceAtLocationById, id ?? ""),
      TaxonomyTerm: ({ id }, context) => load(context, taxonomyTermById, id ?? ""),
    },
  },
  rows: [
    OrganizationRow,
    ProgramRow,
    TaxonomyTermRow,
    ServiceRow,
    LocationRow,
    ServicePlaceRow,
    AddressRow,
    AccessibilityRow,
    ContactPersonRow,
    PhoneRow,
    LanguageRow,
    ServiceAreaRow,
    CostOptionRow,
    RequiredDocumentRow,
    AttributeRow,
    ScheduleRow,
    UnitRow,
    ServiceCapacityRow,
  ],
  migrations,
  access,
  afterAccess,
  port: { serviceFacts },
  consumes: {},
};
