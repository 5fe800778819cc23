import type { WriteTransaction } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

import { insertRow } from "../rows/insertRow";
import { ReferralEventRow } from "./referralEvent.row";

/** A step to note in the history: what an entry holds beside who and when it is noted. */
export type Step = Omit<ReferralEventRow, "id" | "byId" | "recordedAt">;

/** Notes a step of the viewer's in the history. */
export async function addEvent(transaction: WriteTransaction, byId: string, step: Step): Promise<void> {
  await insertRow(transaction, ReferralEventRow, { ...step, id: uuidv7(), byId, recordedAt: new Date() });
}
