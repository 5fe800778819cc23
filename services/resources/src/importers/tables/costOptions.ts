import { amount, day, text } from "../hsdsColumn";
import { always } from "../hsdsLink";
import type { HsdsTable } from "../hsdsTable";

/** What services cost. */
export const costOptions: HsdsTable = {
  files: ["cost_options.csv"],
  table: "cost_option",
  links: [always("service_id", "service")],
  columns: {
    valid_from: day("valid_from"),
    valid_to: day("valid_to"),
    option: text("option"),
    currency: text("currency"),
    amount: amount("amount"),
    amount_description: text("amount_description"),
  },
};
