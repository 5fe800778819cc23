import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { explainFailure, PostgresFailure } from "./failure.mjs";
import { earlierPort, freePort } from "./freePort.mjs";
import { noteOwner } from "./ownerNote.mjs";
import { stillRuns } from "./processIdentity.cjs";
import { findRunningServer } from "./runningServer.mjs";
import { startServer, stopServer } from "./serverProcess.mjs";

const contentionLimitMs = 60_000;
const pauseMs = 50;

/** What to do about a server that runs already: attach to it, wait for it to end, or stop it because nobody is left who would. */
const meet = async (running, settings, log) => {
  if (stillRuns(running.run.owner)) return { attached: true, port: running.port, pid: running.pid };
  if (stillRuns(running.run.supervisor)) return undefined; // its owner is gone: it is stopping
  log("Stopping the PostgreSQL server that an earlier run left behind.");
  await stopServer(running.pid, settings);
  return undefined;
};

const tryStart = async (port, { folders, run, durable, binaries, account, log }) => {
  const started = await startServer(folders, { port, durable, run, binaries, account });
  if (started.outcome !== "ready") return started;
  noteOwner(folders, { port, pid: started.pid, run });
  log(`PostgreSQL listens on 127.0.0.1:${port}.`);
  return { ...started, attached: false, port };
};

/**
 * Brings about that exactly one server runs on the folder and says where: one that is there is attached to if the
 * process it was started for is alive, an orphan is stopped, else one is started. PostgreSQL's own lock decides between
 * two that start at once; the one that loses looks again and attaches.
 */
export async function attachOrStart(settings, password) {
  const { folders, log } = settings;
  const end = performance.now() + contentionLimitMs;
  let port = earlierPort(folders.port) ?? (await freePort());
  let last = "the earlier server did not end";
  while (performance.now() < end) {
    const running = await findRunningServer(folders, password);
    const outcome = running ? await meet(running, settings, log) : await tryStart(port, settings);
    if (outcome?.attached !== undefined) return outcome;
    if (outcome?.outcome === "portTaken") port = await freePort();
    last = outcome?.said ?? last;
    await delay(pauseMs);
  }
  const explained = explainFailure(last, folders.dataFolder);
  throw explained.code === "START_FAILED"
    ? new PostgresFailure("IN_USE", `Another process keeps ${folders.data} busy. Stop it and start again.\n${last}`)
    : explained;
}
