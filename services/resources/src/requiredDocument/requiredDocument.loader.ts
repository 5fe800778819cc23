import { rowColumns } from "@corespond/kit";

import { partLoader } from "../loading/partLoader";
import { viewRequiredDocument } from "./requiredDocument.policy";
import { RequiredDocumentRow } from "./requiredDocument.row";
import type { RequiredDocument } from "./requiredDocument.type";

/** The required documents of a service. */
export const requiredDocumentsOfService = partLoader<RequiredDocumentRow, RequiredDocument>(
  "resources.requiredDocument.of.service",
  {
    columns: (dataSource) => rowColumns(dataSource, RequiredDocumentRow, "d"),
    from: "required_document d",
    where: "d.service_id = key.parent",
    orderBy: "d.external_id, d.id",
    view: viewRequiredDocument,
  },
);
