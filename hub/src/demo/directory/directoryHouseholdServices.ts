import { AcceptanceMode, CapacityStatus, ProtectedProgram } from "@corespond/resources";

import type { DemoService } from "./demoService";

const weekdays = "MO,TU,WE,TH,FR";
const everyDay = "MO,TU,WE,TH,FR,SA,SU";

/** Services for a home, food, safety and rights. */
export const householdServices = {
  housingSearch: {
    organization: "housing",
    location: "housing",
    name: "Housing search",
    description: "A helper looks for housing with you, talks with landlords, and fills in the forms.",
    terms: ["housing"],
    acceptanceMode: AcceptanceMode.DIRECT,
    open: [weekdays, "08:30", "16:30"],
    eligibilityDescription: "Without a home, or about to lose it.",
    capacity: { unit: "households", available: 4, maximum: 30, status: CapacityStatus.CAPACITY, hoursAgo: 70 },
  },
  housingShelter: {
    organization: "housing",
    location: "housing",
    name: "Family shelter rooms",
    description: "Shelter for homeless families, by the county's common intake.",
    terms: ["shelter", "families"],
    acceptanceMode: AcceptanceMode.COORDINATED_ENTRY,
    open: [everyDay, "00:00", "24:00"],
    applicationProcess: "Through coordinated entry only.",
    capacity: { unit: "households", available: 0, maximum: 9, status: CapacityStatus.NO_CAPACITY, hoursAgo: 200 },
  },
  housingRent: {
    organization: "housing",
    location: "housing",
    name: "Help with rent and utilities",
    description: "One payment that keeps a home or the heat: rent, eviction costs, a utility bill.",
    terms: ["rent", "benefits"],
    acceptanceMode: AcceptanceMode.CALL_FIRST,
    open: ["MO,WE,FR", "09:00", "12:00"],
  },
  foodShelf: {
    organization: "foodShelf",
    location: "foodShelf",
    name: "Food shelf",
    description: "Groceries for a week, once a month, without questions.",
    terms: ["food"],
    acceptanceMode: AcceptanceMode.WALK_IN,
    open: ["TU,TH,SA", "10:00", "15:00"],
  },
  foodDelivery: {
    organization: "foodShelf",
    location: "foodShelf",
    name: "Meals brought home",
    description: "A warm meal at the door for whoever cannot shop or cook.",
    terms: ["meals", "olderAdults"],
    acceptanceMode: AcceptanceMode.DIRECT,
    open: [weekdays, "10:30", "13:00"],
    eligibilityDescription: "60 and over, or unable to leave home.",
    capacity: { unit: "households", available: 11, maximum: 60, status: CapacityStatus.CAPACITY, hoursAgo: 28 },
  },
  safeHouseAdvocacy: {
    organization: "safeHouse",
    location: "safeHouse",
    name: "Advocacy",
    description: "An advocate helps a survivor of domestic violence with safety plans, protection orders and court.",
    terms: ["domesticViolence"],
    acceptanceMode: AcceptanceMode.DIRECT,
    protectedProgram: ProtectedProgram.VICTIM_SERVICES,
    open: [everyDay, "00:00", "24:00"],
  },
  safeHouseShelter: {
    organization: "safeHouse",
    location: "safeHouse",
    name: "Safe shelter",
    description: "Rooms for survivors of domestic violence and their children, at a place that is not told.",
    terms: ["domesticViolence", "shelter"],
    acceptanceMode: AcceptanceMode.CALL_FIRST,
    protectedProgram: ProtectedProgram.VICTIM_SERVICES,
    open: [everyDay, "00:00", "24:00"],
    capacity: { unit: "beds", available: 3, maximum: 14, status: CapacityStatus.CAPACITY, hoursAgo: 31 },
  },
  legalAdvice: {
    organization: "legal",
    location: "legal",
    name: "Legal advice",
    description: "A lawyer's advice about eviction, benefits, family and protection orders.",
    terms: ["legal"],
    acceptanceMode: AcceptanceMode.DIRECT,
    open: ["TU,TH", "13:00", "17:00"],
    eligibilityDescription: "Low income.",
  },
} as const satisfies Readonly<Record<string, DemoService>>;
