import type { RequestContext, AnyPolicy } from "@corespond/kit";

import { publicTable } from "../access/publicTable";
import { viewFields } from "../loading/viewFields";
import type { UnitRow } from "./unit.row";
import { Unit } from "./unit.type";

/** Units are public. */
export const unitPolicy: AnyPolicy = publicTable("Unit", "unit");

/** Makes a unit's view. */
export function viewUnit(_context: RequestContext, row: UnitRow): Unit {
  return viewFields(Unit, row, ["id", "name", "scheme", "identifier", "uri", "staleAfterHours"]);
}
