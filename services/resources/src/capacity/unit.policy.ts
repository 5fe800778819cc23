import type { RequestContext, RowAccess } from "@corespond/kit";

import { publicRows } from "../access/publicRows";
import { viewFields } from "../loading/viewFields";
import type { UnitRow } from "./unit.row";
import { Unit } from "./unit.type";

/** Units are public. */
export const unitAccess: RowAccess = publicRows("unit");

/** Makes a unit's view. */
export function viewUnit(_context: RequestContext, row: UnitRow): Unit {
  return viewFields(Unit, row, ["id", "name", "scheme", "identifier", "uri", "staleAfterHours"]);
}
