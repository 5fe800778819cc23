import type { RequestContext, AnyPolicy } from "@corespond/kit";

import { publicTable } from "../access/publicTable";
import { viewFields } from "../loading/viewFields";
import type { RequiredDocumentRow } from "./requiredDocument.row";
import { RequiredDocument } from "./requiredDocument.type";

/** Which documents a service asks for is public. */
export const requiredDocumentPolicy: AnyPolicy = publicTable("RequiredDocument", "required_document");

/** Makes a document's view. */
export function viewRequiredDocument(_context: RequestContext, row: RequiredDocumentRow): RequiredDocument {
  return viewFields(RequiredDocument, row, ["id", "document", "uri"]);
}
