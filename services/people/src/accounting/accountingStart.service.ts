import { fail, UserErrorCode, type WriteTransaction } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

import type { AccountingKind } from "./accounting.enums";
import { accountingRules } from "./accounting.rules";

/** From which day a county gives the accounting of 42 CFR 2.25, and by what; the day is a text `YYYY-MM-DD`. */
export interface NewAccountingStart {
  readonly inForceFrom: string;
  readonly citation: string;
}

/** Records it; the newest counts. */
export async function recordAccountingStart(
  transaction: WriteTransaction,
  { inForceFrom, citation }: NewAccountingStart,
): Promise<{ readonly id: string }> {
  const { viewer } = transaction.context;
  if (viewer.agencyId === null) fail(UserErrorCode.NOT_ALLOWED, "A day of compliance is a county's.");
  const id = uuidv7();
  await transaction.query({
    name: "people.accountingStart.record",
    text: "INSERT INTO accounting_start (id, county_agency_id, in_force_from, citation, recorded_by) VALUES ($1, $2, $3, $4, $5)",
    values: [id, viewer.agencyId, inForceFrom, citation, viewer.id],
  });
  await transaction.audit({
    action: "recordAccountingStart",
    subjects: { AccountingStart: [id] },
    fields: ["AccountingStart.inForceFrom", "AccountingStart.citation"],
    basis: ["STATUTE"],
  });
  return { id };
}

/** Refuses an accounting of a law that was not in force, in the viewer's county, on the day on which it was asked for (L9). */
export async function expectInForce(
  transaction: WriteTransaction,
  { kind, requestedOn }: { readonly kind: AccountingKind; readonly requestedOn: string },
): Promise<void> {
  if (!accountingRules[kind].tolled) return;
  const [start] = await transaction.query<{ inForce: boolean }>({
    name: "people.accountingStart.newest",
    text: `SELECT in_force_from <= $2::date AS "inForce" FROM accounting_start
           WHERE county_agency_id = $1 ORDER BY recorded_at DESC, id DESC LIMIT 1`,
    values: [transaction.context.viewer.agencyId, requestedOn],
  });
  if (start?.inForce !== true)
    fail(
      UserErrorCode.NOT_ALLOWED,
      "The accounting of 42 CFR 2.25 is not in force until the rule of HIPAA is revised and the county's privacy officer has recorded from which day.",
      ["input", "kind"],
    );
}
