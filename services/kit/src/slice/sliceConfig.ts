import type { Logger } from "pino";

import type { PortTransport } from "../port/portCaller";

/** What a running slice is given. */
export interface SliceConfig {
  readonly appUrl: string;
  /** The key with which the gateway signs viewers for this slice, or `new,old` while it is being replaced. */
  readonly viewerKey: string;
  /** How this slice reaches others' ports. */
  readonly portTransport: PortTransport;
  readonly log: Logger;
  readonly poolSize?: number;
}
