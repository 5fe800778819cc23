import type { WriteTransaction } from "@corespond/kit";

import type { CallSubjectRole } from "./call.roles";

/** What other slices are told of a call; `incidentNumber` is the number under which it counts. */
export interface CallToTell {
  readonly id: string;
  readonly agencyId: string;
  readonly incidentNumber: string;
  readonly receivedAt: Date;
  readonly commonCode: string | null;
  readonly subjects: readonly { readonly recordId: string; readonly role: CallSubjectRole }[];
}

/** Tells other slices of a call as it is now: who is in it, and its code, nothing else. */
export async function emitCallRecorded(transaction: WriteTransaction, call: CallToTell): Promise<void> {
  const { id, agencyId, incidentNumber, receivedAt, commonCode, subjects } = call;
  await transaction.emit({
    type: "call.recorded",
    entityId: id,
    payload: {
      callId: id,
      agencyId,
      incidentNumber,
      receivedAt: receivedAt.toISOString(),
      commonCode,
      subjects: subjects.map(({ recordId, role }) => ({ recordId, role })),
    },
  });
}
