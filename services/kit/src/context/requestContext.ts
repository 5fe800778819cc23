import type { Logger } from "pino";

import type { ReadAudit } from "../audit/readAudit";
import type { SliceDatabase } from "../database/sliceDatabase";
import type { Redisclosures } from "../disclosure/redisclosure";
import type { PortCaller } from "../port/portCaller";
import type { Viewer } from "../viewer/viewer";
import type { Grants } from "./grants";
import type { RequestLoaders } from "./loader";

/** What every resolver, loader and service of a slice is handed: who asks, and the slice's means. Lives for one request. */
export interface RequestContext {
  readonly viewer: Viewer;
  /** The signed viewer as the database checks it. */
  readonly viewerToken: string;
  /** The client's name for what it asked; for the audit. */
  readonly operation: string;
  /** Aborts when nobody waits for the answer any more: no read begins after that. */
  readonly signal: AbortSignal | undefined;
  readonly database: SliceDatabase;
  readonly grants: Grants;
  readonly loaders: RequestLoaders;
  readonly audit: ReadAudit;
  /** The notices that the answer has to carry beside protected data. */
  readonly redisclosures: Redisclosures;
  /** Asks other slices' internal ports on the viewer's behalf. */
  readonly ports: PortCaller;
  readonly log: Logger;
}
