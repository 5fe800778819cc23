import { load, type AnyPolicy, type SliceDefinition } from "@corespond/kit";

import { accessibilityPolicy } from "./accessibility/accessibility.policy";
import { AccessibilityRow } from "./accessibility/accessibility.row";
import { addressPolicy } from "./address/address.policy";
import { AddressRow } from "./address/address.row";
import { attributePolicy } from "./attribute/attribute.policy";
import { AttributeRow } from "./attribute/attribute.row";
import { serviceCapacityPolicy } from "./capacity/serviceCapacity.policy";
import { ServiceCapacityRow } from "./capacity/serviceCapacity.row";
import { unitPolicy } from "./capacity/unit.policy";
import { UnitRow } from "./capacity/unit.row";
import { contactPersonPolicy } from "./contactPerson/contactPerson.policy";
import { ContactPersonRow } from "./contactPerson/contactPerson.row";
import { costOptionPolicy } from "./costOption/costOption.policy";
import { CostOptionRow } from "./costOption/costOption.row";
import { languagePolicy } from "./language/language.policy";
import { LanguageRow } from "./language/language.row";
import { locationById } from "./location/location.loader";
import { locationPolicy } from "./location/location.policy";
import { LocationRow } from "./location/location.row";
import { migrations } from "./migrations/migrations";
import { openingPolicy } from "./opening/opening.policy";
import { openingFunctionsSql } from "./opening/openingFunctions";
import { organizationById } from "./organization/organization.loader";
import { organizationPolicy } from "./organization/organization.policy";
import { OrganizationRow } from "./organization/organization.row";
import { phonePolicy } from "./phone/phone.policy";
import { PhoneRow } from "./phone/phone.row";
import { serviceFacts } from "./port/serviceFacts.loader";
import { programPolicy } from "./program/program.policy";
import { ProgramRow } from "./program/program.row";
import { ReferralReference } from "./referral/referral.type";
import { requiredDocumentPolicy } from "./requiredDocument/requiredDocument.policy";
import { RequiredDocumentRow } from "./requiredDocument/requiredDocument.row";
import { resolvers } from "./resolvers";
import { schedulePolicy } from "./schedule/schedule.policy";
import { ScheduleRow } from "./schedule/schedule.row";
import { serviceSearchPolicy } from "./search/serviceSearch.policy";
import { serviceById } from "./service/service.loader";
import { servicePolicy } from "./service/service.policy";
import { ServiceRow } from "./service/service.row";
import { serviceAreaPolicy } from "./serviceArea/serviceArea.policy";
import { ServiceAreaRow } from "./serviceArea/serviceArea.row";
import { serviceAtLocationById } from "./serviceAtLocation/serviceAtLocation.loader";
import { serviceAtLocationPolicy } from "./serviceAtLocation/serviceAtLocation.policy";
import { ServicePlaceRow } from "./serviceAtLocation/serviceAtLocation.row";
import { taxonomyTermById } from "./taxonomyTerm/taxonomyTerm.loader";
import { taxonomyTermPolicy } from "./taxonomyTerm/taxonomyTerm.policy";
import { TaxonomyTermRow } from "./taxonomyTerm/taxonomyTerm.row";

const policies: readonly AnyPolicy[] = [
  organizationPolicy,
  programPolicy,
  taxonomyTermPolicy,
  servicePolicy,
  locationPolicy,
  serviceAtLocationPolicy,
  addressPolicy,
  accessibilityPolicy,
  contactPersonPolicy,
  phonePolicy,
  languagePolicy,
  serviceAreaPolicy,
  costOptionPolicy,
  requiredDocumentPolicy,
  attributePolicy,
  schedulePolicy,
  openingPolicy,
  unitPolicy,
  serviceCapacityPolicy,
  serviceSearchPolicy,
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
  policies,
  afterAccess,
  port: { serviceFacts },
  consumes: {},
};
