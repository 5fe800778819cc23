import { rowColumns } from "@corespond/kit";

import { partLoader } from "../loading/partLoader";
import { viewCostOption } from "./costOption.policy";
import { CostOptionRow } from "./costOption.row";
import type { CostOption } from "./costOption.type";

/** The cost options of a service. */
export const costOptionsOfService = partLoader<CostOptionRow, CostOption>("resources.costOption.of.service", {
  columns: (dataSource) => rowColumns(dataSource, CostOptionRow, "c"),
  from: "cost_option c",
  where: "c.service_id = key.parent",
  orderBy: "c.valid_from NULLS FIRST, c.amount, c.id",
  view: viewCostOption,
});
