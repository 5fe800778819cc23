import { invariant } from "@corespond/kit";
import { v5 as uuidv5 } from "uuid";

import type { ContactRow } from "../contact/contact.row";
import { endingOf } from "../mutation/endingOf";
import type { ReferralRow } from "../referral/referral.row";
import type { ReferralEventRow } from "../referralEvent/referralEvent.row";
import { ReferralEventKind } from "../vocabulary/referralEventKind";
import { ReferralStatus } from "../vocabulary/referralStatus";
import type { CheckedPastReferral } from "./referralHistory";

/** The rows that a referral of the past is: itself, its contacts, and the history that they make. */
export interface HistoryRows {
  readonly referral: ReferralRow;
  readonly contacts: readonly ContactRow[];
  readonly events: readonly ReferralEventRow[];
}

/** Makes the rows of one referral. What another system recorded counts as recorded when it occurred. */
export function rowsOfHistory(past: CheckedPastReferral): HistoryRows {
  const contacts = past.contacts.map((contact) => contactRow(past, contact)).sort(byTime);
  expectOrder(past, contacts);
  return { referral: referralRow(past, contacts.length > 0), contacts, events: eventsOf(past, contacts) };
}

const byTime = (one: ContactRow, other: ContactRow): number => one.occurredAt.getTime() - other.occurredAt.getTime();

function contactRow(
  { id: referralId, recordId, ownerId: byId }: CheckedPastReferral,
  { id, kind, result, occurredAt }: CheckedPastReferral["contacts"][number],
): ContactRow {
  const at = new Date(occurredAt);
  return { id, referralId, recordId, kind, result, notes: null, byId, occurredAt: at, recordedAt: at };
}

/** The machine's order: sent, taken on, contacts, ended. */
function expectOrder({ id, submittedAt, acceptedAt, end }: CheckedPastReferral, contacts: readonly ContactRow[]): void {
  const times = [
    new Date(submittedAt),
    new Date(acceptedAt),
    ...contacts.map(({ occurredAt }) => occurredAt),
    ...(end ? [new Date(end.at)] : []),
  ].map((time) => time.getTime());
  const inOrder = times.every((time, index) => index === 0 || (times[index - 1] ?? 0) <= time);
  invariant(inOrder, `the steps of the past referral ${id} come in the order of the state machine`);
}

function referralRow(past: CheckedPastReferral, contacted: boolean): ReferralRow {
  const { id, recordId, agencyId, referredById, source, reasons, urgency, ownerId, end } = past;
  const submittedAt = new Date(past.submittedAt);
  const ending = end && endingOf(end.outcome, "Recorded before this hub ran.");
  return {
    ...{ id, recordId, agencyId, referredById, source, reasons, urgency, ownerId, submittedAt },
    referringAgencyId: agencyId,
    callId: null,
    narrative: null,
    status: statusOf(ending?.action ?? null, contacted),
    statusReasonCode: ending?.reason?.code ?? null,
    statusReasonText: ending?.reason?.text ?? null,
    outcome: ending?.outcome ?? null,
    legalBasis: null,
    legalBasisCitation: null,
    recordedAt: submittedAt,
  };
}

function statusOf(ended: "complete" | "fail" | null, contacted: boolean): ReferralStatus {
  if (ended === "complete") return ReferralStatus.COMPLETED;
  if (ended === "fail") return ReferralStatus.FAILED;
  return contacted ? ReferralStatus.IN_PROGRESS : ReferralStatus.ACCEPTED;
}

function eventsOf(past: CheckedPastReferral, contacts: readonly ContactRow[]): readonly ReferralEventRow[] {
  const { REQUESTED, ACCEPTED, IN_PROGRESS, COMPLETED, FAILED } = ReferralStatus;
  const kinds = ReferralEventKind;
  const worked = contacts.length > 0 ? IN_PROGRESS : ACCEPTED;
  const ending = past.end && endingOf(past.end.outcome, "Recorded before this hub ran.");
  const steps = [
    { kind: kinds.SUBMITTED, from: null, to: REQUESTED, at: new Date(past.submittedAt), by: past.referredById },
    { kind: kinds.ACCEPTED, from: REQUESTED, to: ACCEPTED, at: new Date(past.acceptedAt), by: past.ownerId },
    ...contacts.map(({ occurredAt: at }, index) => ({
      ...{ kind: kinds.CONTACT_RECORDED, from: index === 0 ? ACCEPTED : IN_PROGRESS, to: IN_PROGRESS, at },
      by: past.ownerId,
    })),
    ...(past.end && ending
      ? [
          {
            ...{ kind: ending.action === "complete" ? kinds.COMPLETED : kinds.FAILED, from: worked },
            ...{ to: ending.action === "complete" ? COMPLETED : FAILED, at: new Date(past.end.at), by: past.ownerId },
          },
        ]
      : []),
  ];
  return steps.map(({ kind, from, to, at, by }, number) => ({
    id: uuidv5(`${past.id}/${String(number)}`, past.id),
    referralId: past.id,
    serviceReferralId: null,
    kind,
    fromStatus: from,
    toStatus: to,
    reasonCode: to === FAILED ? (ending?.reason?.code ?? null) : null,
    reasonText: to === FAILED ? (ending?.reason?.text ?? null) : null,
    byId: by,
    occurredAt: at,
    recordedAt: at,
  }));
}
