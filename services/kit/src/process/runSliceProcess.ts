import closeWithGrace from "close-with-grace";

import { sliceProcessConfig } from "../config/config";
import { EnvironmentError } from "../config/environment";
import { migrate } from "../database/migrate";
import { createLog } from "../log/sliceLog";
import { httpPortTransport } from "../port/httpPortTransport";
import { startSlice } from "../slice/runningSlice";
import { serveSlice } from "../slice/serveSlice";
import type { SliceDefinition } from "../slice/sliceDefinition";
import { startTracing } from "../tracing/startTracing";
import { DatabaseUnreachableError, reachingDatabase } from "./databaseUnreachable";
import { httpEventSubscriber } from "./httpEventSubscriber";

const graceMs = 10_000;

/** Runs one slice as a process of its own: configuration from the environment, then serve until told to stop. */
export async function runSliceProcess(definition: SliceDefinition, others: readonly string[]): Promise<void> {
  try {
    await serveUntilStopped(definition, others);
  } catch (error) {
    if (!(error instanceof EnvironmentError || error instanceof DatabaseUnreachableError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

async function serveUntilStopped(definition: SliceDefinition, others: readonly string[]): Promise<void> {
  const config = sliceProcessConfig(definition.name, others);
  const { appUrl, ownerUrl, viewerKey, eventsKey } = config;
  const tracing = await startTracing({ service: `corespond-${definition.name}`, endpoint: config.tracesTo });
  const log = createLog({ name: definition.name, level: config.logLevel });
  if (ownerUrl !== undefined) {
    const appRole = new URL(appUrl).username;
    await reachingDatabase(definition.name, ownerUrl, () =>
      migrate({ ...definition, slice: definition.name, ownerUrl, appRole, viewerKey }),
    );
  }
  const slice = await reachingDatabase(definition.name, appUrl, () =>
    startSlice(definition, { appUrl, viewerKey, log, portTransport: httpPortTransport(config.sliceUrls) }),
  );
  const http = await serveSlice({
    slice,
    ports: Object.keys(definition.port),
    host: config.host,
    port: config.port,
    eventsKey,
  });
  const subscribers = config.eventConsumers.map((consumer) =>
    httpEventSubscriber(consumer, config.sliceUrls[consumer] ?? "", eventsKey),
  );
  await slice.startRelay(subscribers);
  slice.startSealer();
  log.info({ url: http.url }, "the slice serves");
  closeWithGrace({ delay: graceMs + 2_000, logger: log }, async () => {
    await http.close(graceMs);
    await slice.close();
    await tracing?.stop();
  });
}
