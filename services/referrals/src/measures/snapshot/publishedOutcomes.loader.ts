import { idLoader, pageLoader, rowColumns, type ViewSource } from "@corespond/kit";

import { viewPublishedOutcomes } from "./measureSnapshot.policy";
import { MeasureSnapshotRow } from "./measureSnapshot.row";
import type { PublishedOutcomes } from "./publishedOutcomes.type";

const source: ViewSource<MeasureSnapshotRow, PublishedOutcomes> = {
  columns: (dataSource) => rowColumns(dataSource, MeasureSnapshotRow, "s"),
  from: "measure_snapshot s",
  view: viewPublishedOutcomes,
};

/** Published outcomes by their id. */
export const publishedOutcomesById = idLoader("referrals.measureSnapshot.byId", { ...source, idSql: "s.id" });

/** A program's published outcomes, from the latest to the earliest. */
export const publishedOutcomesOfProgram = pageLoader("referrals.measureSnapshot.ofProgram", {
  list: (context, _filter: null) => ({
    name: "referrals.measureSnapshot.ofProgram",
    columns: source.columns(context.database.dataSource),
    from: source.from,
    where: "s.program_id = ANY (parent.keys) AND s.measure = 'OUTCOMES'",
    values: [],
    sort: { sql: "s.published_at", type: "timestamptz", descending: true },
    idSql: "s.id",
  }),
  view: source.view,
});
