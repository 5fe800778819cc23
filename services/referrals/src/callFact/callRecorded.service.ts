import type { EventHandler, WriteTransaction } from "@corespond/kit";
import { z } from "zod";

const callRecordedSchema = z.object({
  callId: z.guid(),
  agencyId: z.guid(),
  incidentNumber: z.string(),
  receivedAt: z.iso.datetime({ offset: true }),
  commonCode: z.string().nullable(),
  subjects: z.array(z.object({ recordId: z.guid(), role: z.enum(["CALLER", "SUBJECT"]) })),
});

type CallRecorded = z.infer<typeof callRecordedSchema>;

/** Keeps the facts of a call that the agencies slice tells of. A later event about the same call corrects them. */
export const keepCallFact: EventHandler = async (transaction, event) => {
  const call = callRecordedSchema.parse(event.payload);
  if (await upsertCall(transaction, call, event.occurredAt)) await replaceSubjects(transaction, call);
};

/** False where a later event has already told of this call: events may come again, and late. */
async function upsertCall(transaction: WriteTransaction, call: CallRecorded, toldAt: string): Promise<boolean> {
  const kept = await transaction.query({
    name: "referrals.callFact.upsert",
    text: `INSERT INTO call_fact AS known (call_id, agency_id, incident_number, received_at, common_code, told_at)
           VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT (call_id) DO UPDATE SET agency_id = excluded.agency_id, incident_number = excluded.incident_number,
             received_at = excluded.received_at, common_code = excluded.common_code, told_at = excluded.told_at
           WHERE known.told_at <= excluded.told_at
           RETURNING call_id`,
    values: [call.callId, call.agencyId, call.incidentNumber, call.receivedAt, call.commonCode, toldAt],
  });
  return kept.length > 0;
}

async function replaceSubjects(
  transaction: WriteTransaction,
  { callId, agencyId, subjects }: CallRecorded,
): Promise<void> {
  await transaction.query({
    name: "referrals.callFact.forgetSubjects",
    text: "DELETE FROM call_fact_subject WHERE call_id = $1",
    values: [callId],
  });
  await transaction.query({
    name: "referrals.callFact.keepSubjects",
    text: `INSERT INTO call_fact_subject (call_id, record_id, role, agency_id)
           SELECT DISTINCT $1::uuid, s."recordId", s.role, $2::uuid
           FROM jsonb_to_recordset($3::jsonb) AS s ("recordId" uuid, role text)`,
    values: [callId, agencyId, JSON.stringify(subjects)],
  });
}
