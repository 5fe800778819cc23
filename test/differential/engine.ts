import type { FormattedExecutionResult } from "graphql";

import type { Faults } from "./faults";
import type { Fixture } from "./fixture";

/** What a client asks. */
export interface Request {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
}

/** A gateway over a fixture. It answers one request at a time, each over fresh data. */
export interface RunningEngine {
  execute(request: Request, faults?: Faults): Promise<FormattedExecutionResult>;
  /** How many requests slices got since the gateway was started. */
  requests(): number;
  stop(): Promise<void>;
}

/** Starts a gateway over a fixture. */
export type StartEngine = (fixture: Fixture) => Promise<RunningEngine>;
