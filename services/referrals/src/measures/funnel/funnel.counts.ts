import { finalStatuses, ReferralStatus } from "../../vocabulary/referralStatus";
import type { StatusReasonCode } from "../../vocabulary/statusReasonCode";

/** How many referrals have the same fate. */
export interface FateCount {
  readonly agencyId: string;
  readonly status: ReferralStatus;
  readonly reason: StatusReasonCode | null;
  readonly accepted: boolean;
  readonly contacted: boolean;
  readonly connected: boolean;
  readonly referrals: number;
}

const sum = (fates: readonly FateCount[], fits: (fate: FateCount) => boolean): number =>
  fates.reduce((total, fate) => total + (fits(fate) ? fate.referrals : 0), 0);

/** How far referrals came, whatever became of them. */
export function stagesOf(fates: readonly FateCount[]) {
  return {
    accepted: sum(fates, ({ accepted }) => accepted),
    contacted: sum(fates, ({ contacted }) => contacted),
    connected: sum(fates, ({ connected }) => connected),
  };
}

/** The parts into which all referrals fall. */
export function endsOf(fates: readonly FateCount[]) {
  const ended = (status: ReferralStatus): number => sum(fates, (fate) => fate.status === status);
  return {
    completed: ended(ReferralStatus.COMPLETED),
    rejected: ended(ReferralStatus.REJECTED),
    cancelled: ended(ReferralStatus.CANCELLED),
    failed: ended(ReferralStatus.FAILED),
    open: sum(fates, ({ status }) => !finalStatuses.includes(status)),
  };
}

/** The reasons of rejections, the most frequent first. */
export function rejectReasonsOf(fates: readonly FateCount[]): ReadonlyMap<StatusReasonCode, number> {
  const counts = new Map<StatusReasonCode, number>();
  for (const { status, reason, referrals } of fates) {
    if (status === ReferralStatus.REJECTED && reason !== null)
      counts.set(reason, (counts.get(reason) ?? 0) + referrals);
  }
  return new Map([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

/** How many referrals each agency has. */
export function byAgency(fates: readonly FateCount[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { agencyId, referrals } of fates) counts.set(agencyId, (counts.get(agencyId) ?? 0) + referrals);
  return counts;
}
