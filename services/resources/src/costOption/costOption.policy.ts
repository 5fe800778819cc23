import type { RequestContext, AnyPolicy } from "@corespond/kit";

import { publicTable } from "../access/publicTable";
import { viewFields } from "../loading/viewFields";
import type { CostOptionRow } from "./costOption.row";
import { CostOption } from "./costOption.type";

/** What a service costs is public. */
export const costOptionPolicy: AnyPolicy = publicTable("CostOption", "cost_option");

/** Makes a cost option's view. */
export function viewCostOption(_context: RequestContext, row: CostOptionRow): CostOption {
  return viewFields(CostOption, row, [
    "id",
    "validFrom",
    "validTo",
    "option",
    "currency",
    "amount",
    "amountDescription",
  ]);
}
