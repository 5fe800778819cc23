import {
  askedOfGraph,
  askedOfGraphText,
  delegate,
  proven,
  Redisclosures,
  type Delegations,
  type ViewerClaims,
} from "@corespond/kit";
import type { Context } from "@opentelemetry/api";

import type { ClientDoor } from "./clientDoor";
import type { OperationCost } from "./demand/demandControl";
import type { Caller } from "./identity/caller";
import type { SliceCredentials, SliceQuestion } from "./slices/sliceTransport";

/** The keys with which the gateway signs viewers, by slice. */
export type SliceKeys = Readonly<Record<string, string>>;

/** What lives for one request at the gateway. Apollo Server works on a shallow copy of it, which has no `#private` fields. */
export class GatewayContext {
  readonly viewer: ViewerClaims;
  readonly caller: Caller;
  /** The client's name for its operation, once the document is parsed. */
  operation = "unnamed";
  /** What the operation may cost, once it is estimated. */
  cost: OperationCost | undefined;
  /** The span of the request, where it is traced. */
  trace: Context | undefined;
  /** Headers of the client that the slices get as they are: names and values in turn. */
  forwarded: readonly string[] = [];
  /** What the slices say has to accompany the data that they gave. */
  readonly redisclosures = new Redisclosures();
  /** Undefined for what this process asks itself. */
  readonly door: ClientDoor | undefined;
  private readonly keys: SliceKeys;
  private readonly signed = new Map<string, string>();

  constructor(caller: Caller, keys: SliceKeys, door?: ClientDoor) {
    this.caller = caller;
    this.viewer = caller.viewer;
    this.keys = keys;
    this.door = door;
  }

  /** Aborts when nobody waits for the answer any more. */
  get signal(): AbortSignal | undefined {
    return this.door?.signal;
  }

  /**
   * What a slice gets with one request: its viewer with the proof, and what asks every port, its own too, which others may
   * ask in turn. A slice that shares no key with this gateway is told of nobody.
   */
  credentialsFor(slice: string, request: SliceQuestion): SliceCredentials | undefined {
    if (this.keys[slice] === undefined) return undefined;
    const { query, body } = request;
    // Of a body that is text already nobody reads the variables apart.
    const variables = body === undefined ? request.variables : undefined;
    return {
      ...proven(
        this.delegation(slice, "graph"),
        body === undefined ? askedOfGraph({ query, variables }) : askedOfGraphText(body),
      ),
      delegations: this.portDelegations(),
      operation: this.operation,
      requestId: this.viewer.requestId,
    };
  }

  /** What asks every slice's port in the caller's name. */
  portDelegations(): Delegations {
    return Object.fromEntries(Object.keys(this.keys).map((each) => [each, this.delegation(each, "port")]));
  }

  private delegation(slice: string, door: "graph" | "port"): string {
    const audience = `${slice}/${door}` as const;
    const known = this.signed.get(audience);
    if (known !== undefined) return known;
    const delegation = delegate(this.viewer, audience, this.keys[slice] ?? "");
    this.signed.set(audience, delegation);
    return delegation;
  }
}
