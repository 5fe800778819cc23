import { rowColumns } from "@corespond/kit";

import { partLoader, type PartLoader } from "../loading/partLoader";
import { viewServiceArea } from "./serviceArea.policy";
import { ServiceAreaRow } from "./serviceArea.row";
import type { ServiceArea } from "./serviceArea.type";

const of = (whose: string, column: string): PartLoader<ServiceArea> =>
  partLoader<ServiceAreaRow, ServiceArea>(`resources.serviceArea.of.${whose}`, {
    columns: (dataSource) => rowColumns(dataSource, ServiceAreaRow, "a"),
    from: "service_area a",
    where: `a.${column} = key.parent`,
    orderBy: "a.name, a.id",
    view: viewServiceArea,
  });

/** The service areas of a record, by what it is. */
export const serviceAreasOf = {
  service: of("service", "service_id"),
  serviceAtLocation: of("serviceAtLocation", "service_at_location_id"),
} as const;
