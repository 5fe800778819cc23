import { resilient } from "../resilience/resilient";
import { defaultResilience, type ResilienceSettings } from "../resilience/resilienceSettings";
import { credentialHeaders } from "./credentialHeaders";
import { httpTransport } from "./httpTransport";
import type { SliceTransport } from "./sliceTransport";

/** How a slice in a process of its own is asked. */
export interface SliceOverHttpSettings {
  /** What the slice may cost. */
  readonly limits?: ResilienceSettings | undefined;
  /** Whether equal reads that tell the slice of nobody are asked once at a time. Default: not. */
  readonly share?: boolean;
}

/** A slice in a process of its own. `endpoint` is the address of its graph. */
export function sliceOverHttp(endpoint: URL, settings: SliceOverHttpSettings = {}): SliceTransport {
  const { limits = defaultResilience, share = false } = settings;
  const { answerBytes: answerLimitBytes, timeoutMs, concurrency: connections } = limits;
  const http = { headers: credentialHeaders, answerLimitBytes, timeoutMs, connections, share };
  return resilient(httpTransport(endpoint, http), limits);
}
