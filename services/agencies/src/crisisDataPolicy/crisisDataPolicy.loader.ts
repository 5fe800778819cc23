import { listLoader, rowColumns } from "@corespond/kit";

import { viewCrisisDataPolicy } from "./crisisDataPolicy.policy";
import { CrisisDataPolicyRow } from "./crisisDataPolicy.row";
import type { CrisisDataPolicy } from "./crisisDataPolicy.type";

/** The newest policy of an agency that was adopted by today. */
export const crisisDataPolicyOfAgency = listLoader<CrisisDataPolicyRow, CrisisDataPolicy>(
  "agencies.crisisDataPolicy.ofAgency",
  {
    columns: (dataSource) => rowColumns(dataSource, CrisisDataPolicyRow, "c"),
    from: `LATERAL (
      SELECT * FROM crisis_data_policy p
      WHERE p.agency_id = key.parent AND p.adopted_on <= agency_today(key.parent)
      ORDER BY p.adopted_on DESC, p.id DESC LIMIT 1) c`,
    where: "true",
    orderBy: "key.number",
    view: viewCrisisDataPolicy,
  },
);
