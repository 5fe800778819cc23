import { signViewer, type ViewerClaims } from "@corespond/kit";

import type { SliceCredentials } from "./slices/sliceTransport";

/** The keys with which the gateway signs viewers, by slice. */
export type SliceKeys = Readonly<Record<string, string>>;

/** What lives for one request at the gateway. */
export class GatewayContext {
  readonly viewer: ViewerClaims;
  /** The client's name for its operation, once the document is parsed. */
  operation = "unnamed";
  readonly #keys: SliceKeys;
  readonly #tokens = new Map<string, string>();

  constructor(viewer: ViewerClaims, keys: SliceKeys) {
    this.viewer = viewer;
    this.#keys = keys;
  }

  /** The tokens that one slice gets: for its own graph, and for the ports of all the others. */
  credentialsFor(slice: string): SliceCredentials {
    const others = Object.keys(this.#keys).filter((other) => other !== slice);
    return {
      viewerToken: this.#token(slice, "graph"),
      delegations: Object.fromEntries(others.map((other) => [other, this.#token(other, "port")])),
      operation: this.operation,
      requestId: this.viewer.requestId,
    };
  }

  #token(slice: string, door: "graph" | "port"): string {
    const audience = `${slice}/${door}` as const;
    const known = this.#tokens.get(audience);
    if (known !== undefined) return known;
    const token = signViewer(this.viewer, audience, this.#keys[slice] ?? "");
    this.#tokens.set(audience, token);
    return token;
  }
}
