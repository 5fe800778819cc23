import { demoId } from "../demoIds";

/** The short name of an organization in the demonstration's data. */
export type OrganizationKey =
  "counseling" | "recovery" | "housing" | "foodShelf" | "safeHouse" | "stabilization" | "clinic" | "legal";

/** The id of an organization. */
export const organizationId = (key: OrganizationKey): string => demoId("organization", key);
