import { requiredText, text } from "../hsdsColumn";
import { always } from "../hsdsLink";
import type { HsdsTable } from "../hsdsTable";

/** Programs. */
export const programs: HsdsTable = {
  files: ["programs.csv"],
  table: "program",
  links: [always("organization_id", "organization")],
  columns: {
    name: requiredText("name"),
    alternate_name: text("alternate_name"),
    description: text("description"),
  },
};
