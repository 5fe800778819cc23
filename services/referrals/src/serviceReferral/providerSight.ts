import { ReferralStatus } from "../vocabulary/referralStatus";

const { ACCEPTED, COMPLETED, FAILED } = ReferralStatus;
const dayMs = 24 * 60 * 60_000;

/** How far a service referral has come, and for how many days its provider sees the person after closing it. */
export interface ProviderWork {
  readonly status: ReferralStatus;
  readonly closedAt: Date | null;
  readonly sightDays: number;
}

/**
 * Whether a provider still works with the person of a service referral, or has closed it less than so many days ago
 * as the program said when it was sent. One that was cancelled ends at once: nobody wants it to know any more.
 */
export function inProviderSight({ status, closedAt, sightDays }: ProviderWork, now: Date = new Date()): boolean {
  if (status === ACCEPTED) return true;
  const ended = status === COMPLETED || status === FAILED;
  return ended && closedAt !== null && now.getTime() < closedAt.getTime() + sightDays * dayMs;
}

/** The same condition in SQL, over the columns of `service_referral` under an alias. */
export const inProviderSightSql = (alias: string): string =>
  `(${alias}.status IN ('${ACCEPTED}', '${COMPLETED}', '${FAILED}') AND (${alias}.status = '${ACCEPTED}'
    OR clock_timestamp() < ${alias}.closed_at + ${alias}.sight_days * interval '24 hours'))`;
