import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { readSecrets, signLocalToken, slices, startHub, type HubConfig, type RunningHub } from "@corespond/hub";

import { ask, type Answer } from "./graphClient";
import { createTestDatabases, type TestDatabases } from "./testDatabases";

/** Asks the public graph as a demonstration account; `null` has not signed in. */
export type As = <D>(
  account: string | null,
  query: string,
  variables?: Readonly<Record<string, unknown>>,
) => Promise<Answer<D>>;

/** A hub in this process, with the demonstration data, on databases of its own. */
export interface TestHub {
  readonly hub: RunningHub;
  readonly databases: TestDatabases;
  readonly dataFolder: string;
  readonly as: As;
  /** Stops the hub; the data stays. */
  stopHub(): Promise<void>;
  /** Stops the hub and drops its data. */
  stop(): Promise<void>;
}

/** Where a hub under test keeps its data. */
export interface TestPlace {
  readonly dataFolder: string;
  readonly databases: TestDatabases;
}

/** Makes a place for one test file's data. */
export async function createTestPlace(): Promise<TestPlace> {
  return { dataFolder: await mkdtemp(path.join(tmpdir(), "corespond-e2e-")), databases: await createTestDatabases() };
}

/** What a test may configure of its hub. */
export type HubSettings = Partial<Pick<HubConfig, "issuers" | "corsOrigins">>;

/** Starts a hub in this process, on a new place or on one that another hub has left. */
export async function startTestHub(place?: TestPlace, settings: HubSettings = {}): Promise<TestHub> {
  const { dataFolder, databases } = place ?? (await createTestPlace());
  const hub = await startHub(
    {
      dataFolder,
      port: 0,
      logLevel: "silent",
      production: false,
      issuers: [],
      corsOrigins: [],
      engine: "apollo",
      door: {},
      external: databases.external,
      ...settings,
    },
    { step: () => undefined, demonstration: () => undefined },
  );
  return {
    hub,
    databases,
    dataFolder,
    as: await asAccounts(dataFolder, hub.url),
    stopHub: () => hub.close(),
    stop: async () => {
      await hub.close();
      await databases.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** How the demonstration's accounts ask a graph, with tokens of the data folder's issuer. */
export async function asAccounts(dataFolder: string, url: string): Promise<As> {
  const { issuerKey } = await readSecrets(
    dataFolder,
    slices.map(({ name }) => name),
  );
  return async (account, query, variables = {}) =>
    await ask(url, query, {
      variables,
      ...(account !== null && { token: (await signLocalToken(issuerKey, account)).token }),
    });
}
