import { text } from "../hsdsColumn";
import { always } from "../hsdsLink";
import type { HsdsTable } from "../hsdsTable";

/** Which service is given where. */
export const servicesAtLocations: HsdsTable = {
  files: ["service_at_location.csv", "services_at_location.csv"],
  table: "service_at_location",
  links: [always("service_id", "service"), always("location_id", "location")],
  columns: { description: text("description") },
};
