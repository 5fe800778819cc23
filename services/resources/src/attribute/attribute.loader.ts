import { rowColumns } from "@corespond/kit";

import { partLoader, type PartLoader } from "../loading/partLoader";
import { viewAttribute } from "./attribute.policy";
import { AttributeRow } from "./attribute.row";
import type { Attribute } from "./attribute.type";

const of = (whose: string, column: string): PartLoader<Attribute> =>
  partLoader<AttributeRow, Attribute>(`resources.attribute.of.${whose}`, {
    columns: (dataSource) => rowColumns(dataSource, AttributeRow, "a"),
    from: "attribute a",
    where: `a.${column} = key.parent`,
    orderBy: "a.external_id, a.id",
    view: viewAttribute,
  });

/** The attributes of a record, by what it is. */
export const attributesOf = {
  organization: of("organization", "organization_id"),
  service: of("service", "service_id"),
  location: of("location", "location_id"),
  serviceAtLocation: of("serviceAtLocation", "service_at_location_id"),
} as const;
