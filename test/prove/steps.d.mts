import type { As } from "../e2e/harness/startTestHub";

/** Performs actions and reads at the public graph, by account, and insists that none of them fails. */
export class Steps {
  constructor(as: As);
  /** One mutation, with an idempotency key of its own; resolves with its payload. */
  act<P = unknown>(account: string, name: string, select: string, input: Readonly<Record<string, unknown>>): Promise<P>;
  /** One query; resolves with its data. */
  read<D>(account: string | null, query: string, variables?: Readonly<Record<string, unknown>>): Promise<D>;
}
