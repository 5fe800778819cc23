import { count, requiredText, text } from "../hsdsColumn";
import type { HsdsTable } from "../hsdsTable";

const usualHours = 24;

/** Units. Beside HSDS a file may have the column `stale_after_hours`: 168 for what is reported weekly. */
export const units: HsdsTable = {
  files: ["units.csv"],
  table: "unit",
  columns: {
    name: requiredText("name"),
    scheme: text("scheme"),
    identifier: text("identifier"),
    uri: text("uri"),
    stale_after_hours: {
      fields: ["stale_after_hours"],
      read: (cell) => count("stale_after_hours").read(cell) ?? usualHours,
    },
  },
};
