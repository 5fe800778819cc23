import { text, webAddress } from "../hsdsColumn";
import { always } from "../hsdsLink";
import type { HsdsTable } from "../hsdsTable";

/** What locations offer to people with disabilities. */
export const accessibilities: HsdsTable = {
  files: ["accessibility.csv", "accessibility_for_disabilities.csv"],
  table: "accessibility",
  links: [always("location_id", "location")],
  columns: { description: text("description", "accessibility"), details: text("details"), url: webAddress("url") },
};
