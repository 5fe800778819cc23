import { serveHttp, type HttpServer, type HttpServerOptions, type RunningTracing } from "@corespond/kit";
import type { Logger } from "pino";

import type { DoorSettings } from "../doorSettings";
import type { GatewayContext } from "../gatewayContext";
import { RecentOperations } from "../execution/recentOperations";
import type { EngineName } from "../graphEngine";
import type { GraphiqlPage } from "../graphiql/graphiqlPage";
import { healthRoutes } from "../healthRoutes";
import { persistedDocuments } from "../persistedDocuments";
import type { GatewayLimits } from "../limits/gatewayLimits";
import type { LimitsConfig } from "../limits/limitsEnvironment";
import { measuredTransport } from "../metrics/measuredTransport";
import type { RunningMetrics } from "../metrics/startMetrics";
import type { ResilienceSettings } from "../resilience/resilienceSettings";
import { sharedRequests, type SharedRequests } from "../sharing/sharedRequests";
import type { Sharing } from "../sharing/sharing";
import { SliceHealth } from "../slices/sliceHealth";
import { CurrentGraph } from "./currentGraph";
import { forwarding, type ContextOf } from "./genericContext";
import { genericGatewayLimits } from "./genericLimits";
import { relayedError } from "./relayedError";
import { readSupergraph } from "./readSupergraph";
import { startServedGraph, type GraphSettings } from "./servedGraph";
import { SharedTransports } from "./sharedTransports";
import { supergraphError } from "./supergraphError";
import { watchFile } from "./watchFile";

/** What a gateway over any supergraph is given. */
export interface SupergraphServerOptions {
  readonly file: string;
  /** Whom a request is from, and what that tells the slices. */
  readonly context: ContextOf;
  readonly http: Pick<HttpServerOptions<GatewayContext>, "cors" | "host" | "port" | "portFallback"> & DoorSettings;
  /** What a browser gets that opens the graph's URL. Default: nothing. */
  readonly page?: GraphiqlPage;
  /** Whether what the schema asks of callers is asked. */
  readonly gated: boolean;
  readonly engine?: EngineName | undefined;
  readonly limits?: GatewayLimits | undefined;
  readonly trusted?: LimitsConfig["trusted"] | undefined;
  /** The client's headers that slices get as they are, in small letters. Default: none. */
  readonly forward?: readonly string[];
  /** What each slice may cost, by its name. */
  readonly sliceLimits?: ((slice: string) => ResilienceSettings) | undefined;
  /** What is done once for all who ask the same at the same time. Default: nothing. */
  readonly share?: Sharing;
  /** Whether changes of the file are followed. */
  readonly watch?: boolean;
  /** Whether clients may see plans, which is for development. */
  readonly showsPlans?: boolean | undefined;
  /** What sends traces, which stops with the gateway; by default nothing is traced. */
  readonly tracing?: RunningTracing | undefined;
  /** What counts, which closes with the gateway; by default nothing does. */
  readonly metrics?: RunningMetrics | undefined;
  /** Told of each attempt to take over the file's content. */
  readonly reloaded?: (outcome: ReloadOutcome) => void;
  readonly log: Logger;
}

/** What became of the file's content. */
export type ReloadOutcome =
  | { readonly kind: "served" }
  | { readonly kind: "unchanged" }
  /** It cannot be served; what was served before still is. */
  | { readonly kind: "refused"; readonly why: string };

/** A gateway over a supergraph that may change under it. */
export interface SupergraphServer extends Pick<HttpServer, "port" | "url"> {
  /** Takes over what the file holds now, unless it cannot be served. */
  reload(): Promise<ReloadOutcome>;
  close(graceMs: number): Promise<void>;
}

/** Serves the supergraph of a file. Throws a `SupergraphError` where that cannot be served in the first place. */
export async function serveSupergraph(options: SupergraphServerOptions): Promise<SupergraphServer> {
  const { file, log, limits = genericGatewayLimits, forward = [] } = options;
  const health = new SliceHealth();
  const requests = options.share === "requests" ? sharedRequests(forward) : null;
  const settings = graphSettings(options, health, requests);
  const current = new CurrentGraph(await startServedGraph(await readSupergraph(file), settings));
  const http = await serveHttp<GatewayContext>({
    ...options.http,
    apollo: current,
    context: forward.length === 0 ? options.context : forwarding(options.context, forward),
    load: limits.load,
    bodyLimitBytes: limits.bodyBytes,
    ...(requests && { share: requests.share }),
    ...(options.page && { htmlPage: options.page.htmlPage }),
    routes: { ...healthRoutes(() => health.states(current.graph.slices)), ...options.page?.routes },
    reportError: (error, requestId) => {
      log.error({ err: error, requestId }, "the door failed");
    },
  });
  const turns = new Turns();
  const reload = () =>
    turns.take(async () => {
      const outcome = await reloadInto(current, { file, settings });
      options.reloaded?.(outcome);
      return outcome;
    });
  const stopWatching = options.watch ? watchFile(file, () => void reload()) : undefined;
  const close = (graceMs: number): Promise<void> =>
    turns.take(async () => {
      stopWatching?.();
      await http.close(graceMs);
      await current.graph.stop();
      await options.metrics?.close();
      await options.tracing?.stop();
    });
  return { url: http.url, port: http.port, reload, close };
}

function graphSettings(
  options: SupergraphServerOptions,
  health: SliceHealth,
  requests: SharedRequests | null,
): GraphSettings {
  const { engine, gated, limits = genericGatewayLimits, trusted, log, sliceLimits, metrics, showsPlans } = options;
  const transports = new SharedTransports({
    ...(sliceLimits && { limits: sliceLimits }),
    share: (options.share ?? "off") !== "off",
  });
  return {
    engine,
    gated,
    limits,
    ...(trusted && { trusted }),
    shownError: relayedError,
    persisted: persistedDocuments(),
    recent: new RecentOperations(),
    plugins: requests ? [requests.plugin] : [],
    log,
    metrics: metrics?.graph,
    showsPlans,
    traced: options.tracing !== undefined,
    transportTo: (slice, endpoint) => {
      const transport = health.watched(slice, transports.take(slice, endpoint));
      return metrics ? measuredTransport(metrics.graph, slice, transport) : transport;
    },
  };
}

interface Reloading {
  readonly file: string;
  readonly settings: GraphSettings;
}

async function reloadInto(current: CurrentGraph, { file, settings }: Reloading): Promise<ReloadOutcome> {
  try {
    const sdl = await readSupergraph(file);
    if (sdl === current.graph.sdl) return { kind: "unchanged" };
    const graph = await startServedGraph(sdl, settings);
    current.replace(graph).catch((error: unknown) => {
      settings.log.error({ err: error }, "the supergraph before could not be stopped");
    });
    return { kind: "served" };
  } catch (error) {
    return { kind: "refused", why: supergraphError(error).message };
  }
}

/** Does one thing after the other: two reloads that crossed would leave the older supergraph in place. */
class Turns {
  #last: Promise<unknown> = Promise.resolve();

  take<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#last.then(work);
    this.#last = run.catch(() => undefined);
    return run;
  }
}
