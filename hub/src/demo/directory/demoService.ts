import type { AcceptanceMode, CapacityStatus, ProtectedProgram } from "@corespond/resources";

import type { LocationKey } from "./directoryLocations";
import type { OrganizationKey } from "./directoryOrganizations";
import type { TermKey } from "./directoryTerms";

/** What is counted: its name, and how long a figure may stand before it is stale. */
export const directoryUnits = {
  beds: { name: "beds", staleAfterHours: 24 },
  appointments: { name: "appointments", staleAfterHours: 168 },
  households: { name: "households", staleAfterHours: 168 },
} as const;

/** The short name of a unit in the demonstration's data. */
export type UnitKey = keyof typeof directoryUnits;

/** How many places a service has: of which unit, how many are free, how many there are, and how old the figure is. */
export interface DemoCapacity {
  readonly unit: UnitKey;
  readonly available: number;
  readonly maximum: number;
  readonly status: CapacityStatus;
  readonly hoursAgo: number;
}

/** One service, in HSDS's words; days as iCalendar writes them, hours on the local clock. */
export interface DemoService {
  readonly organization: OrganizationKey;
  readonly location: LocationKey;
  readonly name: string;
  readonly description: string;
  readonly terms: readonly TermKey[];
  readonly acceptanceMode: AcceptanceMode;
  readonly acceptsReferrals?: false;
  readonly protectedProgram?: ProtectedProgram;
  readonly open: readonly [byday: string, opensAt: string, closesAt: string];
  readonly applicationProcess?: string;
  readonly eligibilityDescription?: string;
  readonly feesDescription?: string;
  readonly minimumAge?: number;
  readonly capacity?: DemoCapacity;
}
