import { idLoader, rowColumns } from "@corespond/kit";
import type { DataSource } from "typeorm";

import { partLoader } from "../loading/partLoader";
import { viewServiceCapacity } from "./serviceCapacity.policy";
import { ServiceCapacityRow } from "./serviceCapacity.row";
import type { ServiceCapacity } from "./serviceCapacity.type";

const source = {
  columns: (dataSource: DataSource): string => rowColumns(dataSource, ServiceCapacityRow, "c"),
  from: "service_capacity c",
  view: viewServiceCapacity,
};

/** Capacities by id. */
export const serviceCapacityById = idLoader<ServiceCapacityRow, ServiceCapacity>("resources.serviceCapacity.byId", {
  ...source,
  idSql: "c.id",
});

/** The capacities of a service. */
export const capacitiesOfService = partLoader<ServiceCapacityRow, ServiceCapacity>(
  "resources.serviceCapacity.ofService",
  {
    ...source,
    where: "c.service_id = key.parent",
    orderBy: "c.description NULLS LAST, c.id",
  },
);
