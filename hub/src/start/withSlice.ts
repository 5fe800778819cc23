import { createLog, invariant, reachingDatabase, startSlice, type RequestContext } from "@corespond/kit";

import { hubConfig } from "../config";
import { readSecrets } from "../secrets";
import { slices } from "../slices";
import { migrateSlice, openDatabases } from "./sliceAccess";

/**
 * Runs work of the hub in one slice, as the hub itself: on the server of a hub that runs on this data folder, or, where
 * none does, on one that is started for the work. Work that outlives a context, whose viewer is signed for a minute, asks
 * `contextOf` for another.
 */
export async function withSlice<T>(
  name: string,
  act: (context: RequestContext, contextOf: () => RequestContext) => Promise<T>,
): Promise<T> {
  const names = slices.map((slice) => slice.name);
  const config = hubConfig(names);
  const wanted = slices.filter((slice) => slice.name === name);
  const databases = await openDatabases(wanted, config, await readSecrets(config.dataFolder, names));
  try {
    const [access] = databases.access;
    invariant(access, `the slice ${name} has a database`);
    await migrateSlice(access);
    const { appUrl, viewerKey } = access;
    const running = await reachingDatabase(name, appUrl, () =>
      startSlice(access.slice, {
        appUrl,
        viewerKey,
        log: createLog({ name, level: config.logLevel }),
        portTransport: () => Promise.reject(new Error("An import asks no other slice.")),
      }),
    );
    try {
      const contextOf = (): RequestContext => running.systemContext("import");
      return await act(contextOf(), contextOf);
    } finally {
      await running.close();
    }
  } finally {
    await databases.embedded?.stop();
  }
}
