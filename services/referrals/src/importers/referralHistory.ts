import { z } from "zod";

import { ContactKind } from "../vocabulary/contactKind";
import { ContactResult } from "../vocabulary/contactResult";
import { ReferralOutcome } from "../vocabulary/referralOutcome";
import { ReferralReason } from "../vocabulary/referralReason";
import { ReferralSource } from "../vocabulary/referralSource";
import { ReferralUrgency } from "../vocabulary/referralUrgency";

const id = z.guid();
const instant = z.iso.datetime({ offset: true });

const pastContact = z.strictObject({
  id,
  kind: z.enum(ContactKind),
  result: z.enum(ContactResult),
  occurredAt: instant,
});

const pastReferral = z.strictObject({
  id,
  recordId: id,
  agencyId: id,
  referredById: id,
  source: z.enum(ReferralSource),
  reasons: z.array(z.enum(ReferralReason)).min(1).max(5),
  urgency: z.enum(ReferralUrgency).default(ReferralUrgency.ROUTINE),
  submittedAt: instant,
  /** The social worker who took it on, and when. */
  ownerId: id,
  acceptedAt: instant,
  contacts: z.array(pastContact).max(100).default([]),
  /** How and when it ended; null while it is open. */
  end: z.strictObject({ outcome: z.enum(ReferralOutcome), at: instant }).nullable(),
});

/**
 * Referrals that were made and worked before this hub ran, each with its contacts. Ids are the caller's, times RFC 3339
 * with their offset. Strict: an unknown field is an error.
 */
export const referralHistorySchema = z.array(pastReferral).max(100_000);

/** A referral of the past as a caller writes it. */
export type PastReferral = z.input<typeof pastReferral>;

/** The same, checked. */
export type CheckedPastReferral = z.output<typeof pastReferral>;
