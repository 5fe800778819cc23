import { listLoader } from "@corespond/kit";

import { type DisagreementRow, viewDisagreement } from "./disagreement.policy";
import type { StatementOfDisagreement } from "./disagreement.type";

/** What the person says against a record, the newest first. */
export const disagreementsOfRecord = listLoader<DisagreementRow, StatementOfDisagreement>(
  "people.disagreement.ofRecord",
  {
    columns: () => `s.record_id AS "recordId", s.statement AS "statement", s.recorded_at AS "recordedAt"`,
    from: "statement_of_disagreement s",
    where: "s.record_id = key.parent",
    orderBy: "s.recorded_at DESC, s.id DESC",
    view: viewDisagreement,
  },
);
