import { defineLoader, idLoader, inKeyOrder, listLoader, pageLoader, readBatch, rowColumns } from "@corespond/kit";
import type { DataSource } from "typeorm";

import type { AgencyKind } from "./agency.kind";
import { viewAgency } from "./agency.policy";
import { AgencyRow } from "./agency.row";
import type { Agency } from "./agency.type";

const columns = (dataSource: DataSource): string => rowColumns(dataSource, AgencyRow, "a");

/** Agencies by id. */
export const agencyById = idLoader<AgencyRow, Agency>("agencies.agency.byId", {
  columns,
  from: "agency a",
  idSql: "a.id",
  view: viewAgency,
});

/** Agencies by ORI. */
export const agencyByOri = defineLoader<string, Agency>("agencies.agency.byOri", async (context, oris) => {
  const rows = await readBatch<AgencyRow & Record<string, unknown>>(context, {
    name: "agencies.agency.byOri",
    text: `SELECT ${columns(context.database.dataSource)} FROM agency a WHERE a.ori = ANY ($1)`,
    values: [oris],
  });
  return inKeyOrder(
    oris,
    rows.map((row) => viewAgency(context, row)),
    ({ ori }) => ori ?? "",
  );
});

/** Agencies that serve a jurisdiction. */
export const agenciesServing = listLoader<AgencyRow, Agency>("agencies.agency.serving", {
  columns,
  from: "agency_jurisdiction served JOIN agency a ON a.id = served.agency_id",
  where: "served.jurisdiction_id = key.parent",
  orderBy: "a.name, a.id",
  view: viewAgency,
});

/** All agencies, of one kind or of any, by name. */
export const agencyPages = pageLoader<AgencyRow, Agency, { readonly kind: AgencyKind | null }>("agencies.agency.list", {
  list: (context, { kind }) => ({
    name: "agencies.agency.list",
    columns: columns(context.database.dataSource),
    from: "agency a",
    where: "$2::text IS NULL OR a.kind = $2",
    values: [kind],
    sort: { sql: "a.name", type: "text", descending: false },
    idSql: "a.id",
  }),
  view: viewAgency,
});
