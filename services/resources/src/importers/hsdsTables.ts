import type { HsdsTable } from "./hsdsTable";
import { accessibilities } from "./tables/accessibilities";
import { addresses, postalAddresses } from "./tables/addresses";
import { attributes, serviceAttributes } from "./tables/attributes";
import { contacts } from "./tables/contacts";
import { costOptions } from "./tables/costOptions";
import { languages } from "./tables/languages";
import { locations } from "./tables/locations";
import { organizations } from "./tables/organizations";
import { phones } from "./tables/phones";
import { programs } from "./tables/programs";
import { requiredDocuments } from "./tables/requiredDocuments";
import { schedules } from "./tables/schedules";
import { serviceAreas } from "./tables/serviceAreas";
import { serviceCapacities } from "./tables/serviceCapacities";
import { services } from "./tables/services";
import { servicesAtLocations } from "./tables/servicesAtLocations";
import { taxonomyTerms } from "./tables/taxonomyTerms";
import { units } from "./tables/units";

/** The tables of HSDS that are imported, each after those that it points at. */
export const hsdsTables: readonly HsdsTable[] = [
  taxonomyTerms,
  organizations,
  programs,
  services,
  locations,
  servicesAtLocations,
  addresses,
  postalAddresses,
  contacts,
  phones,
  schedules,
  languages,
  accessibilities,
  serviceAreas,
  costOptions,
  requiredDocuments,
  units,
  serviceCapacities,
  attributes,
  serviceAttributes,
];
