import type { As } from "../e2e/harness/startTestHub";

/** A list that reaches all four slices, nested twice. */
export const listQuery: string;

/** The statements that each slice sends for the requests that `act` makes, transaction control excluded. */
export function countStatements(act: () => Promise<unknown>): Promise<Readonly<Record<string, number>>>;

/** Brings that many residents with calls, referrals that are worked, and service referrals. */
export function workReferrals(as: As, count: number): Promise<void>;

/** The statements per slice of the list query, beside that many more referrals than the demonstration has. */
export function statementsAt(rows: number): Promise<Readonly<Record<string, number>>>;
