import { CapacityStatus } from "../capacity/capacityStatus";
import type { DirectoryData } from "../seed/directoryData";
import { AcceptanceMode } from "../service/acceptanceMode";
import { ProtectedProgram } from "../service/protectedProgram";
import { ServiceStatus } from "../service/service.status";
import { capacities, locations, organizations, places, services, terms, testId } from "./testIds";

/** Where the hidden location is: nothing in any answer may come from these. */
export const hiddenPlace = {
  latitude: 45.1,
  longitude: -93.4,
  name: "Hidden Example House",
  street: "7 Secret Example Lane",
} as const;

/** Where the others are. */
export const mainPlace = { latitude: 44.98, longitude: -93.26 } as const;
export const northPlace = { latitude: 45.01, longitude: -93.3 } as const;

const weekdays = (id: number, opensAt: string, closesAt: string) => ({
  id: testId(id),
  byday: "MO,TU,WE,TH,FR",
  opensAt,
  closesAt,
});

/** A directory of three organizations, with a shelter whose place is confidential. */
export const testDirectory: DirectoryData = {
  source: "test",
  organizations: [
    {
      id: organizations.harbor,
      name: "Harbor Example Services",
      phones: [{ id: testId(101), number: "+16125550101" }],
    },
    { id: organizations.kitchen, name: "Community Kitchen Example", description: "Meals and groceries." },
    { id: organizations.clinic, name: "Riverside Example Clinic" },
  ],
  taxonomyTerms: [
    { id: terms.food, name: "Food", taxonomy: "Test" },
    { id: terms.pantry, name: "Food Pantry", taxonomy: "Test", parentIds: [terms.food] },
    { id: terms.meals, name: "Meals", taxonomy: "Test", parentIds: [terms.food] },
    { id: terms.housing, name: "Housing", taxonomy: "Test" },
    { id: terms.shelter, name: "Emergency Shelter", taxonomy: "Test", parentIds: [terms.housing] },
  ],
  services: [
    {
      id: services.shelter,
      organizationId: organizations.harbor,
      name: "Overnight Shelter",
      description: "Beds for adults without housing.",
      minimumAge: 18,
      acceptanceMode: AcceptanceMode.COORDINATED_ENTRY,
      termIds: [terms.shelter],
      phones: [{ id: testId(102), number: "+16125550102", type: "voice" }],
      schedules: [{ id: testId(111), byday: "MO,TU,WE,TH,FR,SA,SU", opensAt: "18:00", closesAt: "08:00" }],
    },
    {
      id: services.safeHouse,
      organizationId: organizations.harbor,
      name: "Safe House",
      description: "Refuge from domestic violence.",
      acceptanceMode: AcceptanceMode.DIRECT,
      protectedProgram: ProtectedProgram.VICTIM_SERVICES,
      termIds: [terms.shelter],
    },
    {
      id: services.pantry,
      organizationId: organizations.kitchen,
      name: "Neighborhood Pantry",
      description: "Groceries for households.",
      acceptanceMode: AcceptanceMode.WALK_IN,
      acceptsReferrals: false,
      termIds: [terms.pantry],
      schedules: [
        weekdays(112, "09:00", "17:00"),
        { id: testId(113), byday: "2SA", opensAt: "10:00", closesAt: "12:00" },
      ],
    },
    {
      id: services.detox,
      organizationId: organizations.clinic,
      name: "Detox Program",
      description: "Withdrawal management and recovery.",
      maximumAge: 64,
      protectedProgram: ProtectedProgram.PART_2,
    },
    {
      id: services.closed,
      organizationId: organizations.kitchen,
      name: "Closed Pantry",
      status: ServiceStatus.INACTIVE,
      termIds: [terms.pantry],
    },
    {
      id: services.hotline,
      organizationId: organizations.clinic,
      name: "Counseling Line",
      description: "Somebody to talk to.",
      maximumAge: 17,
    },
    {
      id: services.nightDesk,
      organizationId: organizations.clinic,
      name: "Night Desk",
      description: "Medical advice.",
    },
  ],
  locations: [
    {
      id: locations.main,
      organizationId: organizations.harbor,
      name: "Main Example Building",
      ...mainPlace,
      addresses: [
        {
          id: testId(121),
          address1: "1 Example Street",
          city: "Minneapolis",
          stateProvince: "MN",
          postalCode: "55401",
        },
      ],
    },
    {
      id: locations.hidden,
      organizationId: organizations.harbor,
      name: hiddenPlace.name,
      description: "Behind the secret church.",
      transportation: "Secret bus line",
      latitude: hiddenPlace.latitude,
      longitude: hiddenPlace.longitude,
      confidential: true,
      frontGatePhone: "612-555-0199",
      frontGateText: "Call, day or night.",
      addresses: [
        {
          id: testId(122),
          address1: hiddenPlace.street,
          city: "Secret Example City",
          stateProvince: "MN",
          postalCode: "55499",
        },
      ],
    },
    {
      id: locations.north,
      organizationId: organizations.kitchen,
      name: "North Example Hall",
      ...northPlace,
      schedules: [{ id: testId(114), byday: "SA,SU", opensAt: "00:00", closesAt: "24:00" }],
    },
  ],
  serviceAtLocations: [
    { id: places.shelterAtMain, serviceId: services.shelter, locationId: locations.main },
    {
      id: places.safeHouseAtHidden,
      serviceId: services.safeHouse,
      locationId: locations.hidden,
      description: "Door on the secret yard.",
    },
    {
      id: places.pantryAtNorth,
      serviceId: services.pantry,
      locationId: locations.north,
      description: "Rear entrance.",
    },
    { id: places.detoxAtMain, serviceId: services.detox, locationId: locations.main },
    { id: places.detoxAtHidden, serviceId: services.detox, locationId: locations.hidden },
    { id: places.nightDeskAtNorth, serviceId: services.nightDesk, locationId: locations.north },
  ],
  units: [
    { id: capacities.beds, name: "Beds" },
    { id: capacities.residentialBeds, name: "Residential beds", staleAfterHours: 168 },
  ],
  capacities: [
    {
      id: capacities.shelter,
      serviceId: services.shelter,
      unitId: capacities.beds,
      available: 3,
      maximum: 20,
      description: "Beds for adults",
      status: CapacityStatus.CAPACITY,
      updatedAt: "2024-01-01T12:00:00Z",
    },
    {
      id: capacities.detox,
      serviceId: services.detox,
      unitId: capacities.residentialBeds,
      available: 0,
      maximum: 8,
      status: CapacityStatus.WAITLIST,
      updatedAt: "2024-01-01T12:00:00Z",
    },
  ],
};
