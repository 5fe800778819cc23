import { AccountingKind } from "./accounting.enums";

/** What a law says of an accounting: how far back it goes, when it is due, and whether the right waits for another rule. */
interface AccountingRule {
  readonly years: number;
  readonly dueDays: number;
  readonly tolled: boolean;
}

/** The rule of each law. L9: the right of 42 CFR 2.25 is tolled until the rule of HIPAA is revised; a county records from when. */
export const accountingRules: Readonly<Record<AccountingKind, AccountingRule>> = {
  [AccountingKind.HIPAA]: { years: 6, dueDays: 60, tolled: false },
  [AccountingKind.INTERMEDIARY]: { years: 3, dueDays: 30, tolled: false },
  [AccountingKind.PART_2]: { years: 3, dueDays: 60, tolled: true },
};

/** The longest that any accounting goes back. */
export const mostYears = 6;

/** How long an oral suspension holds, in days. */
export const oralDays = 30;

const dayMs = 86_400_000;

/** The day until which an accounting that was asked for on a day must be given. */
export function dueOn(kind: AccountingKind, requestedOn: string): string {
  const due = Date.parse(`${requestedOn}T00:00:00Z`) + accountingRules[kind].dueDays * dayMs;
  return new Date(due).toISOString().slice(0, 10);
}

/** The instant some years before another. */
export function yearsBefore(instant: Date, years: number): Date {
  const before = new Date(instant);
  before.setUTCFullYear(before.getUTCFullYear() - years);
  return before;
}

/** When an oral suspension that is recorded now ends. */
export function oralEnd(now: Date): Date {
  return new Date(now.getTime() + oralDays * dayMs);
}
