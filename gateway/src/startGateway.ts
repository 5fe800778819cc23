import type { IncomingMessage } from "node:http";

import type { ApolloServer } from "@apollo/server";
import {
  invariant,
  requestIdOf,
  serveHttp,
  type GraphRequest,
  type HttpServer,
  type HttpServerOptions,
  type RouteHandler,
  type RunningTracing,
  type ViewerClaims,
} from "@corespond/kit";
import { GraphQLError, type FormattedExecutionResult } from "graphql";
import type { Logger } from "pino";

import type { RefusalRecorder } from "./authorization/recordRefusals";
import { clientDoor } from "./clientDoor";
import type { DoorSettings } from "./doorSettings";
import { decodedResult } from "./execution/encodedData";
import { GatewayContext, type SliceKeys } from "./gatewayContext";
import type { EngineName } from "./graphEngine";
import { graphServer } from "./graphServer";
import { healthRoutes } from "./healthRoutes";
import { vouchedFor, type Caller } from "./identity/caller";
import { identify, type IdentityOptions } from "./identity/identify";
import { defaultGatewayLimits, type GatewayLimits } from "./limits/gatewayLimits";
import type { LimitsConfig } from "./limits/limitsEnvironment";
import { measuredTransport } from "./metrics/measuredTransport";
import type { RunningMetrics } from "./metrics/startMetrics";
import { SliceHealth, type SliceState } from "./slices/sliceHealth";
import type { SliceTransport } from "./slices/sliceTransport";

/** What the only door to the graph is given. */
export interface GatewayOptions {
  readonly supergraphSdl: string;
  readonly slices: Readonly<Record<string, SliceTransport>>;
  readonly keys: SliceKeys;
  readonly identity: IdentityOptions;
  readonly http: Pick<HttpServerOptions<GatewayContext>, "host" | "port" | "portFallback" | "cors" | "htmlPage"> &
    DoorSettings & { readonly routes?: Readonly<Record<string, RouteHandler>> };
  readonly limits?: GatewayLimits;
  /** The operations that clients registered, and who may run nothing else. */
  readonly trusted?: LimitsConfig["trusted"];
  readonly engine?: EngineName;
  /** What keeps the refusals at the gates of the schema. */
  readonly recordRefusals?: RefusalRecorder;
  /** Whether clients may see plans, which is for development. */
  readonly showsPlans?: boolean | undefined;
  /** What sends traces, which stops with the gateway; by default nothing is traced. */
  readonly tracing?: RunningTracing | undefined;
  /** What counts, which closes with the gateway; by default nothing does. */
  readonly metrics?: RunningMetrics | undefined;
  readonly log: Logger;
}

/** A gateway whose graph is ready. */
export interface RunningGateway {
  /** Answers one request in this process, as a viewer that the caller vouches for. */
  execute(viewer: ViewerClaims, request: GraphRequest): Promise<FormattedExecutionResult>;
  /** Opens the door: from now on the graph is reached over HTTP. */
  listen(): Promise<{ readonly url: string; readonly port: number }>;
  /** Refuses new requests, lets those under way finish, then stops. */
  close(graceMs?: number): Promise<void>;
}

const defaultGraceMs = 10_000;

/** Makes the gateway over a composed supergraph. A slice that is down, now or later, costs its part of an answer only. */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { keys, slices, metrics, tracing } = options;
  const health = new SliceHealth();
  const watched = Object.entries(slices).map(([name, slice]) => {
    const transport = health.watched(name, slice);
    return [name, metrics ? measuredTransport(metrics.graph, name, transport) : transport] as const;
  });
  const server = graphServer({
    ...options,
    slices: Object.fromEntries(watched),
    metrics: metrics?.graph,
    traced: tracing !== undefined,
  });
  await server.start();
  let http: HttpServer | undefined;
  return {
    async execute(viewer, request) {
      const { body } = await server.executeOperation<Record<string, unknown>>(request, {
        contextValue: new GatewayContext(vouchedFor(viewer), keys),
      });
      invariant(body.kind === "single", "the stock gateway answers with a single result");
      return decodedResult(body.singleResult);
    },
    async listen() {
      http = await openDoor(server, options, () => health.states(Object.keys(slices)));
      return { url: http.url, port: http.port };
    },
    async close(graceMs = defaultGraceMs) {
      await http?.close(graceMs);
      await server.stop();
      await Promise.all(Object.values(slices).map((slice) => slice.close()));
      await metrics?.close();
      await tracing?.stop();
    },
  };
}

async function openDoor(
  server: ApolloServer<GatewayContext>,
  { http, identity, keys, log, limits = defaultGatewayLimits }: GatewayOptions,
  states: () => Readonly<Record<string, SliceState>>,
): Promise<HttpServer> {
  return await serveHttp<GatewayContext>({
    ...http,
    apollo: server,
    load: limits.load,
    bodyLimitBytes: limits.bodyBytes,
    context: async (request: IncomingMessage) =>
      new GatewayContext(await identified(request, identity, log), keys, clientDoor(request)),
    routes: { ...healthRoutes(states), ...http.routes },
    reportError: (error, requestId) => {
      log.error({ err: error, requestId }, "the door failed");
    },
  });
}

/** Who asks. A sign-in that is refused leaves a line in the log (CJIS 5.4.1: unsuccessful, too), for it has nobody's name. */
async function identified(request: IncomingMessage, identity: IdentityOptions, log: Logger): Promise<Caller> {
  const requestId = requestIdOf(request);
  try {
    return await identify(identity, request.headers, requestId);
  } catch (error) {
    const code = error instanceof GraphQLError ? error.extensions["code"] : "INTERNAL_SERVER_ERROR";
    log.warn({ requestId, code }, "a sign-in was refused");
    throw error;
  }
}
