import { hubConfig } from "../config";
import { readSecrets } from "../secrets";
import { slices } from "../slices";
import { migrateSlice, openDatabases } from "./sliceAccess";
import { startSlices, stopSlices, type RunningSlices } from "./startSlices";

/** The slices at work for a command, and the keys by which they know who asks. */
export interface SlicesAtWork {
  readonly running: RunningSlices;
  readonly keys: Readonly<Record<string, string>>;
}

/**
 * Runs work that needs all slices, which ask each other: on the server of a hub that runs on this data folder, or, where none
 * does, on one that is started for the work. Events wait in the outboxes for a hub.
 */
export async function withSlices<T>(act: (slices: SlicesAtWork) => Promise<T>): Promise<T> {
  const names = slices.map(({ name }) => name);
  const config = hubConfig(names);
  const databases = await openDatabases(slices, config, await readSecrets(config.dataFolder, names));
  try {
    await Promise.all(databases.access.map(migrateSlice));
    const running = await startSlices(databases.access, config.logLevel);
    try {
      const keys = Object.fromEntries(databases.access.map(({ slice, viewerKey }) => [slice.name, viewerKey]));
      return await act({ running, keys });
    } finally {
      await stopSlices(running);
    }
  } finally {
    await databases.embedded?.stop();
  }
}
