import { idLoader, pageLoader, rowColumns, type ViewSource } from "@corespond/kit";

import { type ReviewedBreakGlass, viewBreakGlass } from "./breakGlass.policy";
import { BreakGlassRow } from "./breakGlass.row";
import type { BreakGlass } from "./breakGlass.type";

const source: ViewSource<ReviewedBreakGlass, BreakGlass> = {
  columns: (dataSource) => `${rowColumns(dataSource, BreakGlassRow, "b")},
    r.break_glass_id IS NULL AND b.opened_at < statement_timestamp() - interval '72 hours' AS "overdue",
    CASE WHEN r.break_glass_id IS NOT NULL THEN jsonb_build_object('finding', r.finding, 'note', r.note,
      'reviewedBy', r.reviewed_by, 'reviewedAt', r.reviewed_at) END AS "review"`,
  from: "break_glass b LEFT JOIN break_glass_review r ON r.break_glass_id = b.id",
  view: viewBreakGlass,
};

/** Emergency accesses by id. */
export const breakGlassById = idLoader("people.breakGlass.byId", { ...source, idSql: "b.id" });

/** Those that the viewer reviews, the oldest first; `unreviewed` leaves out those that somebody has reviewed. */
export const breakGlassPages = pageLoader<ReviewedBreakGlass, BreakGlass, { readonly unreviewed: boolean }>(
  "people.breakGlass.list",
  {
    list: (context, { unreviewed }) => ({
      name: "people.breakGlass.list",
      columns: source.columns(context.database.dataSource),
      from: source.from,
      where: "NOT $2::boolean OR r.break_glass_id IS NULL",
      values: [unreviewed],
      sort: { sql: "b.opened_at", type: "timestamptz", descending: false },
      idSql: "b.id",
    }),
    view: source.view,
  },
);
