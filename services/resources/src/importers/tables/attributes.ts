import type { LinkedTable } from "../directoryIds";
import { text } from "../hsdsColumn";
import { always } from "../hsdsLink";
import type { HsdsTable } from "../hsdsTable";
import type { RowReading } from "../rowReading";

const term = always("taxonomy_term_id", "taxonomy_term");

const linked: Readonly<Record<string, LinkedTable>> = {
  organization: "organization",
  service: "service",
  location: "location",
  service_at_location: "service_at_location",
};

const linkedColumns = Object.keys(linked).map((entity) => `${entity}_id`);

/** Attributes of HSDS 3: a term linked to a record of any table. Those that carry none here are refused. */
export const attributes: HsdsTable = {
  files: ["attributes.csv"],
  table: "attribute",
  links: [term],
  reads: Object.values(linked),
  columns: { link_type: text("link_type"), value: text("value"), label: text("label") },
  derived: { columns: linkedColumns, fields: ["link_id", "link_entity"], read: linkOf },
};

/** Attributes of HSDS 2: terms of services. */
export const serviceAttributes: HsdsTable = {
  files: ["service_attributes.csv"],
  table: "attribute",
  links: [always("service_id", "service"), term],
  columns: {},
};

function linkOf(reading: RowReading): Readonly<Record<string, string | null>> {
  const entity = reading.text("link_entity") ?? "";
  const table = linked[entity];
  const id = reading.text("link_id");
  const target = table && id !== null ? reading.directory.ids.find(table, id) : undefined;
  if (table === undefined) {
    reading.reject(
      "link_entity",
      "NOT_MODELLED",
      `must be one of ${Object.keys(linked).join(", ")}: others carry no attributes here`,
    );
  } else if (target === undefined) {
    reading.reject("link_id", id === null ? "MISSING_VALUE" : "MISSING_PARENT", `names no existing ${table}`);
  }
  return Object.fromEntries(
    linkedColumns.map((column) => [column, column === `${entity}_id` ? (target ?? null) : null]),
  );
}
