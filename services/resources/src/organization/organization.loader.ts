import { idLoader, pageLoader, rowColumns } from "@corespond/kit";
import type { DataSource } from "typeorm";

import { viewOrganization } from "./organization.policy";
import { OrganizationRow } from "./organization.row";
import type { Organization } from "./organization.type";

const columns = (dataSource: DataSource): string => rowColumns(dataSource, OrganizationRow, "o");

/** Organizations by id. */
export const organizationById = idLoader<OrganizationRow, Organization>("resources.organization.byId", {
  columns,
  from: "organization o",
  idSql: "o.id",
  view: viewOrganization,
});

/** All organizations, by name. */
export const organizationPages = pageLoader<OrganizationRow, Organization, null>("resources.organization.list", {
  list: ({ database }) => ({
    name: "resources.organization.list",
    columns: columns(database.dataSource),
    from: "organization o",
    where: "true",
    values: [],
    sort: { sql: "lower(o.name)", type: "text", descending: false },
    idSql: "o.id",
  }),
  view: viewOrganization,
});
