import { randomUUID } from "node:crypto";

import { ReadAudit } from "../audit/readAudit";
import { Grants } from "../context/grants";
import { RequestLoaders } from "../context/loader";
import type { RequestContext } from "../context/requestContext";
import type { SliceDatabase } from "../database/sliceDatabase";
import { Redisclosures } from "../disclosure/redisclosure";
import { graphError } from "../errors/graphError";
import { invariant } from "../errors/invariant";
import { DelegatedPortCaller } from "../port/delegatedPortCaller";
import { systemViewer, type Viewer } from "../viewer/viewer";
import type { Delegations } from "../viewer/viewerHeaders";
import { isProven } from "../viewer/viewerProof";
import { signViewer, verifyViewer } from "../viewer/viewerToken";
import type { SliceConfig } from "./sliceConfig";
import type { SliceDefinition } from "./sliceDefinition";

/** What comes with a request to a slice: its signed viewer, and tokens for other slices' ports. */
export interface SliceRequest {
  readonly viewerToken: string | undefined;
  /** The proof that the viewer was sent with this very request. */
  readonly proof?: string | undefined;
  readonly delegations: Delegations;
  readonly operation?: string;
  /** Aborts when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
}

/** Makes the contexts of a slice's requests. */
export interface ContextFactory {
  of(this: void, request: SliceRequest, door: "graph" | "port", asked: string): RequestContext;
  /** A context for the hub's own work in this slice's database. */
  ofSystem(this: void, client: string): RequestContext;
}

interface FactoryOptions {
  readonly definition: SliceDefinition;
  readonly config: SliceConfig;
  readonly database: SliceDatabase;
}

/** Makes the factory for one running slice. */
export function contextFactory({ definition, config, database }: FactoryOptions): ContextFactory {
  const slice = definition.name;
  const make = (viewer: Viewer, viewerToken: string, request: Omit<SliceRequest, "viewerToken">): RequestContext => ({
    viewer,
    viewerToken,
    operation: request.operation ?? "unnamed",
    signal: request.signal,
    database,
    grants: new Grants({ slice, key: config.viewerKey, viewer }),
    loaders: new RequestLoaders(),
    audit: new ReadAudit(),
    redisclosures: new Redisclosures(),
    ports: new DelegatedPortCaller(config.portTransport, request.delegations),
    log: config.log.child({ requestId: viewer.requestId }),
  });
  return {
    of(request, door, asked) {
      const { viewerToken, proof = "" } = request;
      const viewer = verifyViewer(viewerToken, `${slice}/${door}`, config.viewerKey);
      if (!viewer || viewerToken === undefined || !isProven(asked, { viewerToken, proof }, config.viewerKey)) {
        throw graphError(
          "UNSIGNED_VIEWER",
          "This slice answers the gateway only: the request carries no viewer that it signed for it.",
        );
      }
      return make(viewer, viewerToken, request);
    },
    ofSystem(client) {
      const audience = `${slice}/system` as const;
      const token = signViewer(systemViewer(client, randomUUID()), audience, config.viewerKey);
      const viewer = verifyViewer(token, audience, config.viewerKey);
      invariant(viewer, "a slice accepts the token that it signed itself");
      return make(viewer, token, { delegations: {}, operation: client });
    },
  };
}
