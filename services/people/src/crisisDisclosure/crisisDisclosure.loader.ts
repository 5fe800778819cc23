import { idLoader, pageLoader, rowColumns, type ViewSource } from "@corespond/kit";

import { type DecidedDisclosure, viewCrisisDisclosure } from "./crisisDisclosure.policy";
import { CrisisDisclosureRow } from "./crisisDisclosure.row";
import type { CrisisDisclosure } from "./crisisDisclosure.type";

const stateSql = `CASE
  WHEN c.disclosure_id IS NULL THEN 'REQUESTED'
  WHEN c.expires_at IS NULL THEN 'DECLINED'
  WHEN c.expires_at > statement_timestamp() THEN 'OPEN'
  ELSE 'OVER' END`;

const source: ViewSource<DecidedDisclosure, CrisisDisclosure> = {
  columns: (dataSource) => `${rowColumns(dataSource, CrisisDisclosureRow, "d")}, ${stateSql} AS "state",
    c.expires_at AS "expiresAt", c.notify_client_by AS "notifyClientBy", n.notified_at AS "clientNotifiedAt"`,
  from: `crisis_disclosure d
    LEFT JOIN crisis_decision c ON c.disclosure_id = d.id LEFT JOIN client_notice n ON n.disclosure_id = d.id`,
  view: viewCrisisDisclosure,
};

/** Disclosures by id. */
export const crisisDisclosureById = idLoader("people.crisisDisclosure.byId", { ...source, idSql: "d.id" });

/** Those that the viewer asked for, or decides on, the newest first; `undecided` leaves out the decided. */
export const crisisDisclosurePages = pageLoader<DecidedDisclosure, CrisisDisclosure, { readonly undecided: boolean }>(
  "people.crisisDisclosure.list",
  {
    list: (context, { undecided }) => ({
      name: "people.crisisDisclosure.list",
      columns: source.columns(context.database.dataSource),
      from: source.from,
      where: "NOT $2::boolean OR c.disclosure_id IS NULL",
      values: [undecided],
      sort: { sql: "d.requested_at", type: "timestamptz", descending: true },
      idSql: "d.id",
    }),
    view: source.view,
  },
);
