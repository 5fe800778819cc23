import { channel } from "node:diagnostics_channel";

/** What is told of every statement that a slice sends: never its values. */
export interface StatementEvent {
  readonly slice: string;
  readonly name: string;
  readonly requestId: string;
}

/** Publishes a `StatementEvent` per statement, transaction control excluded: for tests, proofs and traces. */
export const statementChannel = channel("corespond.sql.statement");

/** Tells the channel's subscribers of one statement. */
export function publishStatement(event: StatementEvent): void {
  if (statementChannel.hasSubscribers) statementChannel.publish(event);
}
