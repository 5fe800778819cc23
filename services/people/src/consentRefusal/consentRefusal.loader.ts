import { idLoader, rowColumns } from "@corespond/kit";

import { viewConsentRefusal } from "./consentRefusal.policy";
import { ConsentRefusalRow } from "./consentRefusal.row";
import type { ConsentRefusal } from "./consentRefusal.type";

/** Loads refusals by id: of records that the viewer's agency or those that it serves keep, or that this request was granted. */
export const consentRefusalById = idLoader<ConsentRefusalRow, ConsentRefusal>("people.consentRefusal.byId", {
  columns: (dataSource) => rowColumns(dataSource, ConsentRefusalRow, "d"),
  from: "consent_refusal d",
  idSql: "d.id",
  view: viewConsentRefusal,
});
