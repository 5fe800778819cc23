import { demoId } from "../demoIds";
import type { DemoService } from "./demoService";
import { careServices } from "./directoryCareServices";
import { householdServices } from "./directoryHouseholdServices";

/** All services of the demonstration. */
export const directoryServices = { ...careServices, ...householdServices } as const satisfies Readonly<
  Record<string, DemoService>
>;

/** The short name of a service in the demonstration's data. */
export type ServiceKey = keyof typeof directoryServices;

/** The id of a service. */
export const serviceId = (key: ServiceKey): string => demoId("service", key);
