import { idLoader, pageLoader, rowColumns, type ViewSource } from "@corespond/kit";

import { type ReleasedLegalHold, viewLegalHold } from "./legalHold.policy";
import { LegalHoldRow } from "./legalHold.row";
import type { LegalHold } from "./legalHold.type";

const source: ViewSource<ReleasedLegalHold, LegalHold> = {
  columns: (dataSource) => `${rowColumns(dataSource, LegalHoldRow, "h")}, r.released_at AS "releasedAt"`,
  from: "legal_hold h LEFT JOIN legal_hold_release r ON r.hold_id = h.id",
  view: viewLegalHold,
};

/** Legal holds by id. */
export const legalHoldById = idLoader("people.legalHold.byId", { ...source, idSql: "h.id" });

/** Legal holds that the viewer may see, the newest first. */
export const legalHoldPages = pageLoader<ReleasedLegalHold, LegalHold, null>("people.legalHold.list", {
  list: (context) => ({
    name: "people.legalHold.list",
    columns: source.columns(context.database.dataSource),
    from: source.from,
    where: "true",
    values: [],
    sort: { sql: "h.placed_at", type: "timestamptz", descending: true },
    idSql: "h.id",
  }),
  view: source.view,
});
