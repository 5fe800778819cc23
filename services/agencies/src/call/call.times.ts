import { UserErrorCode, type UserError } from "@corespond/kit";

/** No call for service that anybody asks about here is older. */
const earliest = Date.UTC(1990, 0, 1);

/** How far a sender's clock may be ahead of ours. */
const clockSkewMs = 5 * 60_000;

/** The times of a call, as they are recorded. */
export interface CallTimes {
  readonly receivedAt: Date;
  readonly answeredAt?: Date | null;
  readonly closedAt?: Date | null;
}

/** What is wrong with a call's times: none lies ahead or before the time of records, and they follow each other. */
export function wrongTimes(times: CallTimes, now: Date = new Date()): readonly UserError[] {
  const { receivedAt, answeredAt, closedAt } = times;
  const wrong = (field: keyof CallTimes, rule: string): UserError => ({
    code: UserErrorCode.INVALID,
    message: `\`${field}\` must not be ${rule}, but got: ${times[field]?.toISOString() ?? "nothing"}.`,
    field: ["input", field],
  });
  const latest = now.getTime() + clockSkewMs;
  const ahead = (["receivedAt", "answeredAt", "closedAt"] as const)
    .filter((field) => (times[field]?.getTime() ?? 0) > latest)
    .map((field) => wrong(field, "in the future"));
  const long = (["receivedAt", "answeredAt", "closedAt"] as const)
    .filter((field) => (times[field]?.getTime() ?? latest) < earliest)
    .map((field) => wrong(field, "before the year 1990"));
  return [
    ...ahead,
    ...long,
    ...(answeredAt && answeredAt < receivedAt ? [wrong("answeredAt", "before `receivedAt`")] : []),
    ...(closedAt && closedAt < (answeredAt ?? receivedAt)
      ? [wrong("closedAt", "before the call was received and answered")]
      : []),
  ];
}
