import {
  demoRoutes,
  graphiqlPage,
  localIssuer,
  localTransport,
  remoteIssuer,
  firstOf,
  refusalRecorder,
  residentDirectory,
  staffDirectory,
  startGateway,
  startMetrics,
  type RunningGateway,
  type StaffDirectory,
} from "@corespond/gateway";
import { createLog, startTracing } from "@corespond/kit";
import { readSupergraph } from "@corespond/schema";

import type { HubConfig } from "../config";
import type { RunningProvider } from "../issuer/provider/startProvider";
import { demoAccounts } from "../demo/demoAccounts";
import { loadDemonstration } from "../demo/loadDemonstration";
import { graphAudience, localIssuerName, localJwks, signLocalToken } from "../issuer/localIssuer";
import { readSecrets, type Secrets } from "../secrets";
import { slices } from "../slices";
import { firstQuery } from "./firstQuery";
import { offered, openProvider } from "./openProvider";
import { guardRealData } from "./guardRealData";
import { alreadyRunning } from "./refuseWhileRunning";
import { migrateSlice, openDatabases, type Databases } from "./sliceAccess";
import { localPortTransport, startRelays, startSlices, stopSlices, type RunningSlices } from "./startSlices";

/** Told of what the hub is doing while it starts. */
export interface StartProgress {
  step(text: "database" | "schema" | "gateway"): void;
  demonstration(done: number, total: number): void;
}

/** A hub at work: gateway and slices in one process. */
export interface RunningHub {
  readonly url: string;
  readonly port: number;
  readonly slices: RunningSlices;
  readonly databases: Databases;
  close(): Promise<void>;
}

/** What stops a part that was started. */
type Stop = () => Promise<void>;

/** Starts everything in one process. What was started before a failure is stopped again. */
export async function startHub(config: HubConfig, progress: StartProgress): Promise<RunningHub> {
  const stops: Stop[] = [];
  const close = async (): Promise<void> => {
    for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
  };
  try {
    return { ...(await startParts(config, progress, stops)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startParts(
  config: HubConfig,
  progress: StartProgress,
  stops: Stop[],
): Promise<Omit<RunningHub, "close">> {
  const secrets = await readSecrets(
    config.dataFolder,
    slices.map(({ name }) => name),
  );
  progress.step("database");
  const databases = await openDatabases(slices, config, secrets);
  stops.push(async () => databases.embedded?.stop());
  if (databases.embedded?.attached) throw alreadyRunning(config.dataFolder);
  progress.step("schema");
  await Promise.all(databases.access.map(migrateSlice));
  const running = await startSlices(databases.access, config.logLevel);
  stops.push(() => stopSlices(running));
  await guardRealData(running, config.production);
  stops.push(await startRelays(running));
  progress.step("gateway");
  const [ports, keys] = [localPortTransport(running), viewerKeys(databases)];
  const staff = staffDirectory(ports, keys["agencies"] ?? "");
  const findStaff = firstOf([staff, residentDirectory(ports, keys["people"] ?? "")]);
  const door: Door = {};
  const gateway = await openGateway({ config, secrets, databases, running, findStaff, door });
  stops.push(() => gateway.close());
  if (!config.production)
    await loadDemonstration({ running, gateway, findStaff, dataFolder: config.dataFolder, progress });
  const { url, port } = await gateway.listen();
  if (!config.production) {
    door.provider = await openProvider(secrets, port);
    stops.push(door.provider.stop);
  }
  return { url, port, slices: running, databases };
}

const viewerKeys = ({ access }: Databases): Readonly<Record<string, string>> =>
  Object.fromEntries(access.map(({ slice, viewerKey }) => [slice.name, viewerKey]));

/** What the open graph offers; the provider starts once the graph has a port. */
interface Door {
  provider?: RunningProvider;
}

interface GatewayParts {
  readonly door: Door;
  readonly config: HubConfig;
  readonly secrets: Secrets;
  readonly databases: Databases;
  readonly running: RunningSlices;
  readonly findStaff: StaffDirectory;
}

async function openGateway(parts: GatewayParts): Promise<RunningGateway> {
  const { config, secrets, databases, running, findStaff, door } = parts;
  const demonstration = !config.production;
  const local = demonstration ? [localIssuer(localIssuerName, graphAudience, localJwks(secrets.issuerKey))] : [];
  const signIn = (subject: string) => signLocalToken(secrets.issuerKey, subject);
  const page = graphiqlPage({
    defaultQuery: firstQuery,
    connectTo: () => (door.provider ? [door.provider.origin] : []),
  });
  const provider = () => door.provider && offered(door.provider);
  const log = createLog({ name: "gateway", level: config.logLevel });
  return await startGateway({
    supergraphSdl: await readSupergraph(),
    slices: Object.fromEntries(Object.entries(running).map(([name, slice]) => [name, localTransport(slice)])),
    ...config.limits,
    keys: viewerKeys(databases),
    identity: { issuers: [...local, ...config.issuers.map(remoteIssuer)], findStaff },
    http: {
      host: "127.0.0.1",
      port: config.port,
      portFallback: true,
      ...config.door,
      cors: { origins: config.corsOrigins },
      htmlPage: page.htmlPage,
      routes: { ...page.routes, ...(demonstration ? demoRoutes({ accounts: demoAccounts, signIn, provider }) : {}) },
    },
    engine: config.engine,
    recordRefusals: refusalRecorder(localPortTransport(running), log),
    showsPlans: config.showsPlans,
    tracing: await startTracing({ service: "corespond", endpoint: config.tracesTo }),
    metrics: config.metrics && (await startMetrics(config.metrics)),
    log,
  });
}
