import { count, requiredText, text, webAddress } from "../hsdsColumn";
import type { HsdsTable } from "../hsdsTable";

/** Organizations. One that is part of an unknown organization is kept as one of its own. */
export const organizations: HsdsTable = {
  files: ["organizations.csv"],
  table: "organization",
  columns: {
    name: requiredText("name"),
    alternate_name: text("alternate_name"),
    description: text("description"),
    email: text("email"),
    website: webAddress("website", "url"),
    tax_status: text("tax_status"),
    tax_id: text("tax_id"),
    year_incorporated: count("year_incorporated"),
    legal_status: text("legal_status"),
    logo: webAddress("logo"),
    uri: text("uri"),
    parent_external_id: text("parent_organization_id"),
  },
  stagedOnly: ["parent_external_id"],
  references: [
    {
      column: "parent_external_id",
      parentTable: "organization",
      parentKey: "external_id",
      alsoMatch: [{ column: "source", parentColumn: "source" }],
      into: "parent_organization_id",
      onMissing: "warn",
    },
  ],
};
