import { rowColumns } from "@corespond/kit";

import { partLoader } from "../loading/partLoader";
import { viewAddress } from "./address.policy";
import { AddressRow } from "./address.row";
import type { Address } from "./address.type";

/** The addresses of a location. */
export const addressesOfLocation = partLoader<AddressRow, Address>("resources.address.of.location", {
  columns: (dataSource) => rowColumns(dataSource, AddressRow, "a"),
  from: "address a",
  where: "a.location_id = key.parent",
  orderBy: "a.address_type, a.id",
  view: viewAddress,
});
