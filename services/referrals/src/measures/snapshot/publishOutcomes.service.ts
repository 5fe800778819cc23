import { failNotFound, type WriteTransaction } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

import { actingStaff } from "../../mutation/actingStaff";
import { insertRow } from "../../rows/insertRow";
import { outcomesFor, type MeasuredOutcomes } from "../outcomes/outcomes.policy";
import { MeasureSnapshotRow } from "./measureSnapshot.row";

/** Publishes outcomes as they were measured before the transaction opened, small cells withheld as for analysts. */
export async function publishOutcomes(
  transaction: WriteTransaction,
  measured: MeasuredOutcomes | null,
): Promise<{ readonly id: string }> {
  if (measured === null) failNotFound("program", ["input", "programId"]);
  const { program, question, knownAt } = measured.plan;
  const id = uuidv7();
  await insertRow(transaction, MeasureSnapshotRow, {
    id,
    programId: program.id,
    countyAgencyId: program.countyAgencyId,
    measure: "OUTCOMES",
    parameters: { ...question, knownAt },
    result: outcomesFor(measured, true),
    publishedAt: new Date(),
    publishedBy: actingStaff(transaction.context.viewer),
  });
  await transaction.audit({
    action: "publishOutcomes",
    subjects: { PublishedOutcomes: [id], Program: [program.id] },
    fields: ["PublishedOutcomes.outcomes"],
  });
  await transaction.emit({ type: "outcomes.published", entityId: id, payload: { programId: program.id } });
  return { id };
}
