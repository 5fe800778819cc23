import { listLoader, rowColumns } from "@corespond/kit";

import { viewWelfareCoordination } from "./welfareCoordination.policy";
import { WelfareCoordinationRow } from "./welfareCoordination.row";
import type { WelfareCoordination } from "./welfareCoordination.type";

/** A county's newest decision on each organization that it has decided on, the latest first. */
export const welfareCoordinationOfAgency = listLoader<WelfareCoordinationRow, WelfareCoordination>(
  "referrals.welfareCoordination.ofAgency",
  {
    columns: (dataSource) => rowColumns(dataSource, WelfareCoordinationRow, "w"),
    from: `LATERAL (
      SELECT DISTINCT ON (d.organization_id) d.* FROM welfare_coordination d
      WHERE d.agency_id = key.parent ORDER BY d.organization_id, d.recorded_at DESC, d.id DESC) w`,
    where: "true",
    orderBy: "key.number, w.recorded_at DESC, w.id DESC",
    view: viewWelfareCoordination,
  },
);
