import { idLoader, pageLoader, rowColumns, type ViewSource } from "@corespond/kit";

import { type AnsweredProcess, viewLegalProcess } from "./legalProcess.policy";
import { LegalProcessRow } from "./legalProcess.row";
import type { LegalProcess } from "./legalProcess.type";

const source: ViewSource<AnsweredProcess, LegalProcess> = {
  columns: (dataSource) => `${rowColumns(dataSource, LegalProcessRow, "p")},
    a.disclosed AS "disclosed", a.answer AS "answer", a.answered_at AS "answeredAt"`,
  from: "legal_process p LEFT JOIN legal_process_answer a ON a.process_id = p.id",
  view: viewLegalProcess,
};

/** Legal processes by id. */
export const legalProcessById = idLoader("people.legalProcess.byId", { ...source, idSql: "p.id" });

/** Legal processes, the latest received first. */
export const legalProcessPages = pageLoader<AnsweredProcess, LegalProcess, null>("people.legalProcess.list", {
  list: (context) => ({
    name: "people.legalProcess.list",
    columns: source.columns(context.database.dataSource),
    from: source.from,
    where: "true",
    values: [],
    sort: { sql: "p.received_on", type: "date", descending: true },
    idSql: "p.id",
  }),
  view: source.view,
});
