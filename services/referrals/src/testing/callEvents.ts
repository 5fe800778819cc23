import { randomUUID } from "node:crypto";

import type { EventEnvelope } from "@corespond/kit";

/** What a test says of a call; whatever it does not say is as usual. */
export interface TestCall {
  readonly callId?: string;
  readonly agencyId: string;
  readonly incidentNumber?: string;
  readonly receivedAt: string;
  readonly commonCode?: string | null;
  readonly subjects: readonly { readonly recordId: string; readonly role: "CALLER" | "SUBJECT" }[];
}

/** The event with which the agencies slice tells of a call. */
export function callEvent(call: TestCall, occurredAt: string, id: string = randomUUID()): EventEnvelope {
  const callId = call.callId ?? randomUUID();
  const payload = { incidentNumber: randomUUID(), commonCode: "WELFARE", ...call, callId };
  return { id, source: "agencies", type: "call.recorded", entityId: callId, occurredAt, payload };
}
