import { signViewer, type ViewerClaims } from "@corespond/kit";

import type { SliceCredentials } from "./slices/sliceTransport";

/** The keys with which the gateway signs viewers, by slice. */
export type SliceKeys = Readonly<Record<string, string>>;

/** What lives for one request at the gateway. Apollo Server works on a shallow copy of it, which has no `#private` fields. */
export class GatewayContext {
  readonly viewer: ViewerClaims;
  /** The client's name for its operation, once the document is parsed. */
  operation = "unnamed";
  private readonly keys: SliceKeys;
  private readonly tokens = new Map<string, string>();

  constructor(viewer: ViewerClaims, keys: SliceKeys) {
    this.viewer = viewer;
    this.keys = keys;
  }

  /** The tokens that a slice gets: for its own graph, and for every port, its own too, which others may ask in turn. */
  credentialsFor(slice: string): SliceCredentials {
    return {
      viewerToken: this.token(slice, "graph"),
      delegations: Object.fromEntries(Object.keys(this.keys).map((each) => [each, this.token(each, "port")])),
      operation: this.operation,
      requestId: this.viewer.requestId,
    };
  }

  private token(slice: string, door: "graph" | "port"): string {
    const audience = `${slice}/${door}` as const;
    const known = this.tokens.get(audience);
    if (known !== undefined) return known;
    const token = signViewer(this.viewer, audience, this.keys[slice] ?? "");
    this.tokens.set(audience, token);
    return token;
  }
}
