import { idLoader, pageLoader, rowColumns } from "@corespond/kit";
import type { DataSource } from "typeorm";

import { viewService } from "./service.policy";
import { ServiceRow } from "./service.row";
import type { Service } from "./service.type";

const columns = (dataSource: DataSource): string => rowColumns(dataSource, ServiceRow, "s");

/** Services by id. */
export const serviceById = idLoader<ServiceRow, Service>("resources.service.byId", {
  columns,
  from: "service s",
  idSql: "s.id",
  view: viewService,
});

/** The services of organizations, by name. */
export const servicePages = pageLoader<ServiceRow, Service, null>("resources.service.ofOrganization", {
  list: ({ database }) => ({
    name: "resources.service.ofOrganization",
    columns: columns(database.dataSource),
    from: "service s",
    where: "s.organization_id = ANY (parent.keys)",
    values: [],
    sort: { sql: "lower(s.name)", type: "text", descending: false },
    idSql: "s.id",
  }),
  view: viewService,
});
