import { text } from "../hsdsColumn";
import { oneOfThese } from "../hsdsLink";
import type { HsdsTable } from "../hsdsTable";

/** Persons to ask. */
export const contacts: HsdsTable = {
  files: ["contacts.csv"],
  table: "contact_person",
  links: oneOfThese({
    organization_id: "organization",
    service_id: "service",
    location_id: "location",
    service_at_location_id: "service_at_location",
  }),
  columns: { name: text("name"), title: text("title"), department: text("department"), email: text("email") },
};
