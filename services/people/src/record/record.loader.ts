import { idLoader } from "@corespond/kit";

import { grantedLoader } from "./grantedLoader";
import { recordColumns } from "./record.columns.loader";
import { viewRecord, type WholeRecord } from "./record.policy";
import type { PersonRecord } from "./record.type";

/** Loads records by id. */
export const recordById = grantedLoader(
  idLoader<WholeRecord, PersonRecord>("people.record.byId", {
    columns: (dataSource) => recordColumns(dataSource, "r"),
    from: "person_record r",
    idSql: "r.id",
    view: viewRecord,
  }),
  (recordIds) => ({ recordIds }),
);
