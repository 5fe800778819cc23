import {
  askedOfPort,
  createLog,
  proven,
  reachingDatabase,
  startSlice,
  type EventSubscriber,
  type PortTransport,
  type RunningSlice,
} from "@corespond/kit";

import type { SliceAccess } from "./sliceAccess";

/** The slices at work in this process, by name. */
export type RunningSlices = Readonly<Record<string, RunningSlice>>;

/** Reaches the ports of slices in this process. */
export function localPortTransport(running: RunningSlices): PortTransport {
  return async ({ slice, fn }, input, tokens) => {
    const asked = running[slice];
    if (!asked) throw new Error(`The slice "${slice}" does not run in this process.`);
    const by = proven(tokens[slice] ?? "", askedOfPort(fn, input));
    return await asked.answerPort(fn, input, { ...by, delegations: tokens });
  };
}

/** Starts all slices in this process. They reach each other's ports by direct calls, on the same signed-viewer door. */
export async function startSlices(access: readonly SliceAccess[], logLevel: string): Promise<RunningSlices> {
  const running: Record<string, RunningSlice> = {};
  const portTransport = localPortTransport(running);
  const started = await Promise.all(
    access.map(({ slice, appUrl, viewerKey }) =>
      reachingDatabase(slice.name, appUrl, () =>
        startSlice(slice, { appUrl, viewerKey, portTransport, log: createLog({ name: slice.name, level: logLevel }) }),
      ),
    ),
  );
  for (const slice of started) running[slice.name] = slice;
  return running;
}

/**
 * Starts sealing every slice's audit, and carrying its outbox to the slices in this process that want its events; resolves
 * with what stops the latter, which comes before any slice is stopped, for each delivers to others.
 */
export async function startRelays(running: RunningSlices): Promise<() => Promise<void>> {
  const subscribers: readonly EventSubscriber[] = Object.values(running).map((slice) => ({
    slice: slice.name,
    wants: (event) => slice.wants(event),
    deliver: (events) => slice.receive(events),
  }));
  const relays = await Promise.all(Object.values(running).map((slice) => slice.startRelay(subscribers)));
  for (const slice of Object.values(running)) slice.startSealer();
  return async () => {
    await Promise.all(relays.map((relay) => relay.stop()));
  };
}

/** Stops all slices; each finishes what is under way. */
export async function stopSlices(running: RunningSlices): Promise<void> {
  await Promise.all(Object.values(running).map((slice) => slice.close()));
}
