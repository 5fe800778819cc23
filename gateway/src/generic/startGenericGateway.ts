import { createLog, startTracing } from "@corespond/kit";

import { genericGatewayConfig, type GenericGatewayConfig } from "../config";
import { graphiqlPage } from "../graphiql/graphiqlPage";
import type { DocumentLimits } from "../limits/documentLimits";
import { startMetrics } from "../metrics/startMetrics";
import type { Sharing } from "../sharing/sharing";
import { withIdentity, withoutIdentity } from "./genericContext";
import { readSupergraph } from "./readSupergraph";
import { serveSupergraph, type ReloadOutcome, type SupergraphServer } from "./serveSupergraph";
import { slicesOf } from "./slicesOf";

/** What the command line says of a gateway over any supergraph; the environment says the rest. */
export interface GenericGatewayFlags {
  readonly file: string;
  readonly port?: string | undefined;
  readonly engine?: string | undefined;
  /** The client's headers that slices get as they are, separated by commas. */
  readonly forward?: string | undefined;
  /** Whether callers are asked who they are, slices are told, and the schema's gates are kept. */
  readonly auth: boolean;
  readonly watch: boolean;
  readonly limits: Partial<DocumentLimits>;
  readonly reloaded: (outcome: ReloadOutcome) => void;
}

/**
 * Serves the supergraph of a file, whoever composed it, with its slices at the URLs in it. Throws a `SupergraphError` where
 * it cannot be served, an `EnvironmentError` where a variable is wrong.
 */
export async function startGenericGateway(flags: GenericGatewayFlags): Promise<SupergraphServer> {
  const slices = slicesOf(await readSupergraph(flags.file));
  const config = genericGatewayConfig(
    slices.map(({ name }) => name),
    { PORT: flags.port, CORESPOND_ENGINE: flags.engine, CORESPOND_FORWARD_HEADERS: flags.forward },
  );
  return await serveSupergraph({
    ...flags,
    engine: config.engine,
    limits: { ...config.limits.limits, document: { ...config.limits.limits.document, ...flags.limits } },
    trusted: config.limits.trusted,
    forward: config.forward,
    sliceLimits: config.sliceLimits,
    gated: flags.auth,
    share: sharingOf(config, flags.auth),
    context: flags.auth ? withIdentity({ ...config, slices }) : withoutIdentity,
    http: { ...config.door, host: config.host, port: config.port, cors: { origins: config.corsOrigins } },
    page: graphiqlPage({ defaultQuery: "{ __typename }" }),
    showsPlans: config.showsPlans,
    tracing: await startTracing({ service: "corespond-gateway", endpoint: config.tracesTo }),
    metrics: config.metrics && (await startMetrics(config.metrics)),
    log: createLog({ name: "gateway", level: config.logLevel }),
  });
}

/** Whole requests are shared where all callers are nobody, nobody's budget is charged for them, and nobody is shown a plan. */
function sharingOf({ share, limits, showsPlans }: GenericGatewayConfig, auth: boolean): Sharing {
  return share === "requests" && (auth || limits.limits.budget.points > 0 || showsPlans) ? "fetches" : share;
}
