import type { RequestContext, RowAccess } from "@corespond/kit";

import { publicRows } from "../access/publicRows";
import { viewFields } from "../loading/viewFields";
import type { RequiredDocumentRow } from "./requiredDocument.row";
import { RequiredDocument } from "./requiredDocument.type";

/** Which documents a service asks for is public. */
export const requiredDocumentAccess: RowAccess = publicRows("required_document");

/** Makes a document's view. */
export function viewRequiredDocument(_context: RequestContext, row: RequiredDocumentRow): RequiredDocument {
  return viewFields(RequiredDocument, row, ["id", "document", "uri"]);
}
