import { idLoader, pageLoader, rowColumns, type ViewSource } from "@corespond/kit";

import { type AnsweredRequest, viewDataRequest } from "./dataRequest.policy";
import { DataRequestRow } from "./dataRequest.row";
import type { DataRequest } from "./dataRequest.type";

/** A day is over when it is in Minnesota, whose law the clocks are of. */
const source: ViewSource<AnsweredRequest, DataRequest> = {
  columns: (dataSource) => `${rowColumns(dataSource, DataRequestRow, "d")},
    a.request_id IS NULL AND d.due_on < (statement_timestamp() AT TIME ZONE 'America/Chicago')::date AS "overdue",
    a.outcome AS "outcome", a.explanation AS "explanation", a.answered_at AS "answeredAt"`,
  from: "data_request d LEFT JOIN data_request_answer a ON a.request_id = d.id",
  view: viewDataRequest,
};

/** Requests by id. */
export const dataRequestById = idLoader("people.dataRequest.byId", { ...source, idSql: "d.id" });

/** Requests, the first due first; `unanswered` leaves out the answered. */
export const dataRequestPages = pageLoader<AnsweredRequest, DataRequest, { readonly unanswered: boolean }>(
  "people.dataRequest.list",
  {
    list: (context, { unanswered }) => ({
      name: "people.dataRequest.list",
      columns: source.columns(context.database.dataSource),
      from: source.from,
      where: "NOT $2::boolean OR a.request_id IS NULL",
      values: [unanswered],
      sort: { sql: "d.due_on", type: "date", descending: false },
      idSql: "d.id",
    }),
    view: source.view,
  },
);
