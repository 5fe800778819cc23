import type { DirectoryData } from "@corespond/resources";

import { demoId } from "../demoIds";
import type { StoryClock } from "../story/storyClock";
import { directoryUnits, type DemoCapacity, type DemoService, type UnitKey } from "./demoService";
import { directoryLocations, locationId, type DemoLocation, type LocationKey } from "./directoryLocations";
import {
  directoryOrganizations,
  organizationId,
  type DemoOrganization,
  type OrganizationKey,
} from "./directoryOrganizations";
import { directoryServices, serviceId, type ServiceKey } from "./directoryServices";
import { directoryTerms, termId, type DemoTerm, type TermKey } from "./directoryTerms";

type ListOf<L extends keyof DirectoryData> = Exclude<DirectoryData[L], string | undefined>[number];

const services = Object.entries(directoryServices) as readonly (readonly [ServiceKey, DemoService])[];

/** The directory as the resources slice takes it. Its figures are as old as the clock says. */
export function demoDirectory(clock: StoryClock): DirectoryData {
  return {
    source: "demonstration",
    timeZone: "America/Chicago",
    taxonomyTerms: Object.entries<DemoTerm>(directoryTerms).map(([key, { name, parent }]) => ({
      id: termId(key as TermKey),
      name,
      taxonomy: "demonstration",
      parentIds: parent ? [termId(parent as TermKey)] : [],
    })),
    organizations: Object.entries<DemoOrganization>(directoryOrganizations).map(([key, organization]) =>
      organizationOf(key as OrganizationKey, organization),
    ),
    locations: Object.entries<DemoLocation>(directoryLocations).map(([key, location]) =>
      locationOf(key as LocationKey, location),
    ),
    services: services.map(([key, service]) => serviceOf(key, service)),
    serviceAtLocations: services.map(([key, { location }]) => ({
      id: demoId("service-at-location", key),
      serviceId: serviceId(key),
      locationId: locationId(location),
    })),
    units: Object.entries(directoryUnits).map(([key, unit]) => ({ id: unitId(key as UnitKey), ...unit })),
    capacities: services.flatMap(([key, { capacity }]) => (capacity ? [capacityOf(key, capacity, clock)] : [])),
  };
}

const unitId = (key: UnitKey): string => demoId("unit", key);

/** A number as people write it, in E.164. */
const e164 = (number: string): string => `+1${number.replaceAll("-", "")}`;

function organizationOf(
  key: OrganizationKey,
  { name, description, phone, host }: DemoOrganization,
): ListOf<"organizations"> {
  return {
    id: organizationId(key),
    name,
    description,
    email: `hello@${host}`,
    website: `https://${host}`,
    phones: [{ id: demoId("phone", key), number: e164(phone), type: "voice" }],
  };
}

function locationOf(key: LocationKey, location: DemoLocation): ListOf<"locations"> {
  const { organization, name, street, city, postalCode, place, transportation, frontGate } = location;
  return {
    id: locationId(key),
    organizationId: organizationId(organization),
    name,
    transportation: transportation ?? null,
    latitude: place[0],
    longitude: place[1],
    confidential: frontGate !== undefined,
    frontGatePhone: frontGate?.phone ?? null,
    frontGateText: frontGate?.text ?? null,
    addresses: [{ id: demoId("address", key), address1: street, city, stateProvince: "MN", postalCode }],
  };
}

function serviceOf(key: ServiceKey, service: DemoService): ListOf<"services"> {
  const { organization, location: _location, capacity: _capacity, terms, open, ...columns } = service;
  const [byday, opensAt, closesAt] = open;
  return {
    ...columns,
    id: serviceId(key),
    organizationId: organizationId(organization),
    termIds: terms.map(termId),
    schedules: [{ id: demoId("schedule", key), byday, opensAt, closesAt }],
  };
}

function capacityOf(key: ServiceKey, capacity: DemoCapacity, clock: StoryClock): ListOf<"capacities"> {
  const { unit, available, maximum, status, hoursAgo } = capacity;
  return {
    id: demoId("capacity", key),
    serviceId: serviceId(key),
    unitId: unitId(unit),
    available,
    maximum,
    status,
    updatedAt: clock.hoursAgo(hoursAgo),
  };
}
