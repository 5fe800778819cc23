import { resilient } from "../resilience/resilient";
import { defaultResilience, type ResilienceSettings } from "../resilience/resilienceSettings";
import { credentialHeaders } from "./credentialHeaders";
import { httpTransport } from "./httpTransport";
import type { SliceTransport } from "./sliceTransport";

/** A slice in a process of its own, and what it may cost. `endpoint` is the address of its graph. */
export function sliceOverHttp(endpoint: URL, settings: ResilienceSettings = defaultResilience): SliceTransport {
  const { answerBytes: answerLimitBytes, timeoutMs, concurrency: connections } = settings;
  const http = { headers: credentialHeaders, answerLimitBytes, timeoutMs, connections };
  return resilient(httpTransport(endpoint, http), settings);
}
