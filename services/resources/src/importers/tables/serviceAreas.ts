import { text } from "../hsdsColumn";
import { oneOfThese } from "../hsdsLink";
import type { HsdsTable } from "../hsdsTable";

/** Whose residents services are for. */
export const serviceAreas: HsdsTable = {
  files: ["service_areas.csv"],
  table: "service_area",
  links: oneOfThese({ service_id: "service", service_at_location_id: "service_at_location" }),
  columns: {
    name: text("name", "service_area"),
    description: text("description"),
    extent: text("extent"),
    extent_type: text("extent_type"),
    uri: text("uri"),
  },
};
