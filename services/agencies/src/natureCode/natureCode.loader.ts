import { pageLoader, rowColumns } from "@corespond/kit";

import { viewNatureCode } from "./natureCode.policy";
import { NatureCodeRow } from "./natureCode.row";
import type { NatureCode } from "./natureCode.type";

/** Agencies' own codes, by code. No code is in an agency's list twice, so that the agency's id does as the tiebreak. */
export const natureCodePages = pageLoader<NatureCodeRow, NatureCode, { readonly unmapped: boolean | null }>(
  "agencies.natureCode.ofAgency",
  {
    list: (context, { unmapped }) => ({
      name: "agencies.natureCode.ofAgency",
      columns: rowColumns(context.database.dataSource, NatureCodeRow, "n"),
      from: "nature_code n",
      where: "n.agency_id = parent.keys[1] AND ($2::boolean IS NULL OR (n.common_code IS NULL) = $2)",
      values: [unmapped],
      sort: { sql: "n.code", type: "text", descending: false },
      idSql: "n.agency_id",
    }),
    view: viewNatureCode,
  },
);
