import { createLog, EnvironmentError, httpPortTransport, startTracing } from "@corespond/kit";
import closeWithGrace from "close-with-grace";

import { refusalRecorder } from "./authorization/recordRefusals";
import { gatewayConfig } from "./config";
import { graphiqlPage } from "./graphiql/graphiqlPage";
import { firstOf, residentDirectory } from "./identity/residentDirectory";
import { staffDirectory } from "./identity/staffDirectory";
import { remoteIssuer } from "./identity/trustedIssuer";
import { startMetrics } from "./metrics/startMetrics";
import { sliceOverHttp } from "./slices/sliceOverHttp";
import { startGateway } from "./startGateway";

const graceMs = 10_000;

async function main(): Promise<void> {
  const config = gatewayConfig();
  const log = createLog({ name: "gateway", level: config.logLevel });
  const slices = Object.entries(config.slices);
  const urls = Object.fromEntries(slices.map(([slice, { url }]) => [slice, url]));
  const ports = httpPortTransport(urls);
  const gateway = await startGateway({
    supergraphSdl: config.supergraphSdl,
    slices: Object.fromEntries(
      slices.map(([slice, { url }]) => [
        slice,
        sliceOverHttp(new URL("/graphql", url), { limits: config.sliceLimits(slice) }),
      ]),
    ),
    ...config.limits,
    keys: Object.fromEntries(slices.map(([slice, { viewerKey }]) => [slice, viewerKey])),
    identity: {
      issuers: config.issuers.map(remoteIssuer),
      findStaff: firstOf([
        staffDirectory(ports, config.slices["agencies"]?.viewerKey ?? ""),
        residentDirectory(ports, config.slices["people"]?.viewerKey ?? ""),
      ]),
    },
    http: {
      host: config.host,
      port: config.port,
      ...config.door,
      cors: { origins: config.corsOrigins },
      ...graphiqlPage({ defaultQuery: "{ __typename }" }),
    },
    engine: config.engine,
    recordRefusals: refusalRecorder(ports, log),
    showsPlans: config.showsPlans,
    tracing: await startTracing({ service: "corespond-gateway", endpoint: config.tracesTo }),
    metrics: config.metrics && (await startMetrics(config.metrics)),
    log,
  });
  const { url } = await gateway.listen();
  log.info({ url }, "the graph is open");
  closeWithGrace({ delay: graceMs + 2_000, logger: log }, () => gateway.close(graceMs));
}

main().catch((error: unknown) => {
  process.stderr.write(
    error instanceof EnvironmentError ? `${error.message}\n` : `${String((error as Error).stack)}\n`,
  );
  process.exitCode = 1;
});
