import { demoId } from "../demoIds";

/** The short name of a service in the demonstration's data. */
export type ServiceKey =
  | "counselingAdults"
  | "counselingOlderAdults"
  | "counselingFamilies"
  | "recoveryOutpatient"
  | "housingSearch"
  | "foodDelivery"
  | "safeHouseAdvocacy";

/** The id of a service. */
export const serviceId = (key: ServiceKey): string => demoId("service", key);
