import { AttributeResolver } from "./attribute/attribute.resolver";
import { ServiceCapacityMutations } from "./capacity/serviceCapacity.mutations";
import { ServiceCapacityResolver } from "./capacity/serviceCapacity.resolver";
import { ContactPersonResolver } from "./contactPerson/contactPerson.resolver";
import { LocationResolver } from "./location/location.resolver";
import { OrganizationResolver } from "./organization/organization.resolver";
import { PhoneResolver } from "./phone/phone.resolver";
import { ReferralResolver } from "./referral/referral.resolver";
import { SearchServicesResolver } from "./search/searchServices.resolver";
import { ServiceResolver } from "./service/service.resolver";
import { ServicePartsResolver } from "./service/serviceParts.resolver";
import { ServiceAtLocationResolver } from "./serviceAtLocation/serviceAtLocation.resolver";
import { TaxonomyTermResolver } from "./taxonomyTerm/taxonomyTerm.resolver";

/** All resolvers of the slice. */
export const resolvers = [
  OrganizationResolver,
  ServiceResolver,
  ServicePartsResolver,
  SearchServicesResolver,
  LocationResolver,
  ServiceAtLocationResolver,
  TaxonomyTermResolver,
  AttributeResolver,
  PhoneResolver,
  ContactPersonResolver,
  ServiceCapacityResolver,
  ServiceCapacityMutations,
  ReferralResolver,
] as const;
