import type { Delegations, GraphRequest, RunningSlice } from "@corespond/kit";
import {
  delegationHeader,
  formatDelegations,
  operationHeader,
  proofHeader,
  requestIdHeader,
  viewerHeader,
} from "@corespond/kit";
import type { FormattedExecutionResult } from "graphql";
import { Pool } from "undici";

/** Who asks a slice, with the proof for this request; what asks others' ports; and what the audit should call the request. */
export interface SliceCredentials {
  readonly viewerToken: string;
  readonly proof: string;
  readonly delegations: Delegations;
  readonly operation: string;
  readonly requestId: string;
}

/** Brings one GraphQL request to a slice. */
export interface SliceTransport {
  send(request: GraphRequest, by: SliceCredentials): Promise<FormattedExecutionResult>;
  close(): Promise<void>;
}

/** Calls a slice that runs in this process. */
export function localTransport(slice: RunningSlice): SliceTransport {
  return { send: (request, by) => slice.execute(request, by), close: () => Promise.resolve() };
}

/** The longest that one fetch from a slice may take; the whole request has its own, longer limit. */
const fetchTimeoutMs = 10_000;

const answerLimitBytes = 32 * 1024 * 1024;

/** Calls a slice over HTTP on kept-alive connections. */
export function httpTransport(url: string): SliceTransport {
  const graph = new URL("/graphql", url);
  const pool = new Pool(graph.origin, {
    connections: 32,
    connect: { timeout: 2_000 },
    headersTimeout: fetchTimeoutMs,
    bodyTimeout: fetchTimeoutMs,
    maxResponseSize: answerLimitBytes,
  });
  return {
    async send(request, by) {
      const { body } = await pool.request({
        method: "POST",
        path: graph.pathname,
        headers: {
          "content-type": "application/json",
          accept: "application/json",
          [viewerHeader]: by.viewerToken,
          [proofHeader]: by.proof,
          [delegationHeader]: formatDelegations(by.delegations),
          [operationHeader]: by.operation,
          [requestIdHeader]: by.requestId,
        },
        body: JSON.stringify(request),
        signal: AbortSignal.timeout(fetchTimeoutMs),
      });
      return (await body.json()) as FormattedExecutionResult;
    },
    close: () => pool.close(),
  };
}
