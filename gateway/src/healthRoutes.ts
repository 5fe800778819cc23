import type { RouteHandler } from "@corespond/kit";

import type { SliceState } from "./slices/sliceHealth";

/**
 * Whether the process lives, and whether it can answer: a supergraph is loaded before the door opens, and the door says 503
 * while it drains. A slice that does not answer costs its part of an answer only, so it is told and makes nothing unready.
 */
export function healthRoutes(
  states: () => Readonly<Record<string, SliceState>>,
): Readonly<Record<string, RouteHandler>> {
  return {
    "GET /health": () => Promise.resolve({ status: 200, body: JSON.stringify({ status: "ok" }) }),
    "GET /ready": () => Promise.resolve({ status: 200, body: JSON.stringify({ status: "ready", slices: states() }) }),
  };
}
