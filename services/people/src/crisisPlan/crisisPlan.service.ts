import type { WriteTransaction } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

import { recordOf } from "../record/recordOf.service";
import type { RecordCareContactInput, RecordCrisisStrategyInput } from "./crisisPlan.inputs";

/** Whose plan was changed. */
export interface PlanChanged {
  readonly personId: string;
}

/** Records whom to call. */
export async function recordCareContact(
  transaction: WriteTransaction,
  input: RecordCareContactInput,
): Promise<PlanChanged> {
  const { personId, name, phone, role } = input;
  return await addToPlan(transaction, personId, {
    action: "recordCareContact",
    table: "care_contact",
    values: { name, phone, role },
  });
}

/** Records what helps. */
export async function recordCrisisStrategy(
  transaction: WriteTransaction,
  { personId, strategy }: RecordCrisisStrategyInput,
): Promise<PlanChanged> {
  return await addToPlan(transaction, personId, {
    action: "recordCrisisStrategy",
    table: "crisis_strategy",
    values: { strategy },
  });
}

interface PlanEntry {
  readonly action: string;
  readonly table: "care_contact" | "crisis_strategy";
  readonly values: Readonly<Record<string, string>>;
}

async function addToPlan(
  transaction: WriteTransaction,
  personId: string,
  { action, table, values }: PlanEntry,
): Promise<PlanChanged> {
  const { recordId, sourceAgencyId } = await recordOf(transaction, personId);
  const columns = Object.keys(values);
  await transaction.query({
    name: `people.crisisPlan.${action}`,
    text: `INSERT INTO ${table} (id, record_id, source_agency_id, recorded_by, ${columns.join(", ")})
           VALUES ($1, $2, $3, $4, ${columns.map((_, index) => `$${index + 5}`).join(", ")})`,
    values: [uuidv7(), recordId, sourceAgencyId, transaction.context.viewer.id, ...Object.values(values)],
  });
  await transaction.audit({
    action,
    subjects: { PersonRecord: [recordId] },
    recordIds: [recordId],
    fields: [table === "care_contact" ? "CrisisPlan.careContacts" : "CrisisPlan.strategies"],
    basis: ["WELFARE_COORDINATION"],
  });
  return { personId };
}
