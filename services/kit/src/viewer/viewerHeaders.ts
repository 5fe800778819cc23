/** The header that carries the signed viewer to a slice. */
export const viewerHeader = "x-corespond-viewer";

/** The header with the proof that the signed viewer was sent with this very request. */
export const proofHeader = "x-corespond-proof";

/** The header with one more signed viewer per slice, by which a slice asks internal ports on the viewer's behalf. */
export const delegationHeader = "x-corespond-delegation";

/** The header with the id under which a request's log lines, audit rows and errors are found. */
export const requestIdHeader = "x-request-id";

/** What asks the ports of other slices, by slice: see `delegate`. */
export type Delegations = Readonly<Record<string, string>>;

/** Writes delegations as one header. */
export function formatDelegations(delegations: Delegations): string {
  return Object.values(delegations).join(",");
}

/** Reads the header; a token's audience names its slice. */
export function parseDelegations(header: string | undefined): Delegations {
  const tokens = (header ?? "").split(",").filter((token) => token !== "");
  return Object.fromEntries(tokens.map((token) => [token.split("/", 1)[0] ?? "", token]));
}

/** The header with the client's name for its operation; for the audit. */
export const operationHeader = "x-corespond-operation";
