import { idLoader, rowColumns } from "@corespond/kit";

import { viewUnit } from "./unit.policy";
import { UnitRow } from "./unit.row";
import type { Unit } from "./unit.type";

/** Units by id. */
export const unitById = idLoader<UnitRow, Unit>("resources.unit.byId", {
  columns: (dataSource) => rowColumns(dataSource, UnitRow, "u"),
  from: "unit u",
  idSql: "u.id",
  view: viewUnit,
});
