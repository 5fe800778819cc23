import {
  delegationHeader,
  formatDelegations,
  operationHeader,
  proofHeader,
  requestIdHeader,
  viewerHeader,
} from "@corespond/kit";

import type { SliceCredentials } from "./sliceTransport";

/** The headers by which a slice of ours knows who asks: names and values in turn. */
export function credentialHeaders(by: SliceCredentials | undefined): readonly string[] {
  if (!by) return [];
  return [
    viewerHeader,
    by.viewerToken,
    proofHeader,
    by.proof,
    delegationHeader,
    formatDelegations(by.delegations),
    operationHeader,
    by.operation,
    requestIdHeader,
    by.requestId,
  ];
}
