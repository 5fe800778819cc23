import { idLoader, listLoader, pageLoader, rowColumns } from "@corespond/kit";
import type { DataSource } from "typeorm";

import { viewJurisdiction } from "./jurisdiction.policy";
import { JurisdictionRow } from "./jurisdiction.row";
import type { Jurisdiction } from "./jurisdiction.type";

const columns = (dataSource: DataSource): string => rowColumns(dataSource, JurisdictionRow, "j");

/** Areas by id. */
export const jurisdictionById = idLoader<JurisdictionRow, Jurisdiction>("agencies.jurisdiction.byId", {
  columns,
  from: "jurisdiction j",
  idSql: "j.id",
  view: viewJurisdiction,
});

/** Areas that an agency serves. */
export const jurisdictionsOfAgency = listLoader<JurisdictionRow, Jurisdiction>("agencies.jurisdiction.ofAgency", {
  columns,
  from: "agency_jurisdiction served JOIN jurisdiction j ON j.id = served.jurisdiction_id",
  where: "served.agency_id = key.parent",
  orderBy: "j.name, j.id",
  view: viewJurisdiction,
});

/** All areas, by name. */
export const jurisdictionPages = pageLoader<JurisdictionRow, Jurisdiction, null>("agencies.jurisdiction.list", {
  list: (context) => ({
    name: "agencies.jurisdiction.list",
    columns: columns(context.database.dataSource),
    from: "jurisdiction j",
    where: "true",
    values: [],
    sort: { sql: "j.name", type: "text", descending: false },
    idSql: "j.id",
  }),
  view: viewJurisdiction,
});
