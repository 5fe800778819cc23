import { demoRoutes, localIssuer, localTransport, remoteIssuer, staffDirectory, startGateway, type RunningGateway } from "@corespond/gateway";
import { createLog } from "@corespond/kit";
import { readSupergraph } from "@corespond/schema";

import type { HubConfig } from "../config";
import { demoAccounts } from "../demo/demoAccounts";
import { loadDemonstration } from "../demo/loadDemonstration";
import { graphAudience, localIssuerName, localJwks, signLocalToken } from "../issuer/localIssuer";
import { readSecrets, type Secrets } from "../secrets";
import { slices } from "../slices";
import { migrateSlice, openDatabases, type Databases } from "./sliceAccess";
import { startRelays, startSlices, stopSlices, type RunningSlices } from "./startSlices";

/** Told of what the hub is doing while it starts. */
export interface StartProgress {
  step(text: string): void;
  demonstration(done: number, total: number): void;
}

/** A hub at work: gateway and slices in one process. */
export interface RunningHub {
  readonly gateway: RunningGateway;
  readonly slices: RunningSlices;
  readonly databases: Databases;
  close(): Promise<void>;
}

/** Starts everything in one process. */
export async function startHub(config: HubConfig, progress: StartProgress): Promise<RunningHub> {
  const secrets = await readSecrets(config.dataFolder, slices.map(({ name }) => name));
  progress.step("database");
  const databases = await openDatabases(slices, config, secrets);
  try {
    progress.step("schema");
    await Promise.all(databases.access.map(migrateSlice));
    const running = await startSlices(databases.access, config.logLevel);
    if (!config.production) await loadDemonstration(running, databases, progress);
    await startRelays(running);
    progress.step("gateway");
    const gateway = await openDoor({ config, secrets, databases, running });
    return { gateway, slices: running, databases, close: () => closeHub({ gateway, running, databases }) };
  } catch (error) {
    await databases.embedded?.stop();
    throw error;
  }
}

interface DoorParts {
  readonly config: HubConfig;
  readonly secrets: Secrets;
  readonly databases: Databases;
  readonly running: RunningSlices;
}

async function openDoor({ config, secrets, databases, running }: DoorParts): Promise<RunningGateway> {
  const keys = Object.fromEntries(databases.access.map(({ slice, viewerKey }) => [slice.name, viewerKey]));
  const demonstration = !config.production;
  const local = demonstration ? [localIssuer(localIssuerName, graphAudience, localJwks(secrets.issuerKey))] : [];
  const log = createLog({ name: "gateway", level: config.logLevel });
  return await startGateway({
    supergraphSdl: await readSupergraph(),
    slices: Object.fromEntries(Object.entries(running).map(([name, slice]) => [name, localTransport(slice)])),
    keys,
    identity: {
      issuers: [...local, ...config.issuers.map(remoteIssuer)],
      findStaff: staffDirectory(
        async ({ slice, fn }, input, token) => await running[slice]?.answerPort(fn, input, { viewerToken: token, delegations: {} }),
        keys["agencies"] ?? "",
      ),
    },
    http: {
      host: "127.0.0.1",
      port: config.port,
      portFallback: true,
      routes: demonstration ? demoRoutes({ accounts: demoAccounts, signIn: (subject) => signLocalToken(secrets.issuerKey, subject) }) : {},
    },
    log,
  });
}

async function closeHub({ gateway, running, databases }: Pick<RunningHub, "gateway" | "databases"> & { readonly running: RunningSlices }): Promise<void> {
  await gateway.close();
  await stopSlices(running);
  await databases.embedded?.stop();
}
