import { requiredText, text } from "../hsdsColumn";
import { always } from "../hsdsLink";
import type { HsdsTable } from "../hsdsTable";

/** What services ask to see. */
export const requiredDocuments: HsdsTable = {
  files: ["required_documents.csv"],
  table: "required_document",
  links: [always("service_id", "service")],
  columns: { document: requiredText("document"), uri: text("uri") },
};
