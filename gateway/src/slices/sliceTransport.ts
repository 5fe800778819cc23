import type { Delegations, GraphRequest, RunningSlice } from "@corespond/kit";
import type { FormattedExecutionResult } from "graphql";

import { SliceFault } from "./sliceFault";

/** Who asks a slice, with the proof for this request; what asks others' ports; and what the audit should call the request. */
export interface SliceCredentials {
  readonly viewerToken: string;
  readonly proof: string;
  readonly delegations: Delegations;
  readonly operation: string;
  readonly requestId: string;
}

/** A request to a slice. */
export interface SliceQuestion extends GraphRequest {
  /** The same as JSON text, query and variables in turn, where that is made already. */
  readonly body?: string;
  /** Headers of the client that the slice gets as they are: names and values in turn. Default: none. */
  readonly forwarded?: readonly string[];
  /** Whether equal items of the answer may be one value at several places. */
  readonly onceIfEqual?: boolean;
}

/** Brings one GraphQL request to a slice. */
export interface SliceTransport {
  /**
   * Resolves with the slice's GraphQL result, or rejects: with a `SliceFault` where the slice gave none, with the signal's
   * reason once that aborts. `by` is undefined where a slice knows no viewers.
   */
  send(
    request: SliceQuestion,
    by: SliceCredentials | undefined,
    signal?: AbortSignal,
  ): Promise<FormattedExecutionResult>;
  close(): Promise<void>;
}

/** Calls a slice that runs in this process. */
export function localTransport(slice: RunningSlice): SliceTransport {
  return {
    send(request, by, signal) {
      if (!by)
        return Promise.reject(new SliceFault("malformed", "a slice in this process answers signed viewers only"));
      const { query, variables } = request;
      return slice.execute({ query, ...(variables && { variables }) }, { ...by, ...(signal && { signal }) });
    },
    close: () => Promise.resolve(),
  };
}
