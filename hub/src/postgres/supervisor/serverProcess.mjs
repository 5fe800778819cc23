import { execFileSync, spawn } from "node:child_process";
import { closeSync, fchownSync, fstatSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { explainFailure } from "./failure.mjs";
import { readPostmasterFile } from "./postmasterFile.mjs";
import { processIdentity } from "./processIdentity.cjs";
import { reachableBy, spawnSettings } from "./reachable.mjs";
import { serverSettings } from "./serverSettings.mjs";
import { until } from "./waiting.mjs";

const logLimitBytes = 1_000_000;
const stopLimitMs = 60_000;

/** Why a start failed although nothing is wrong: the reasons to look again and retry. */
const passing = [
  { pattern: /could not bind|could not create any TCP\/IP sockets/, outcome: "portTaken" },
  { pattern: /lock file "postmaster.pid" (already exists|is empty)/, outcome: "folderTaken" },
  { pattern: /pre-existing shared memory block/, outcome: "predecessorEnding" },
];

const openLog = (file, account) => {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > logLimitBytes) renameSync(file, `${file}.1`);
  const descriptor = openSync(file, "a", 0o600);
  // A later start may be by the account itself, after one by root.
  if (account) fchownSync(descriptor, account.uid, account.gid);
  return { descriptor, start: fstatSync(descriptor).size };
};

const launch = (folders, { binaries, account, ...settings }, log) => {
  const reached = reachableBy(account, [folders.data]);
  const flags = ["-D", reached.names[0], ...serverSettings({ ...settings, folder: folders.dataFolder })];
  try {
    const stdio = ["ignore", log.descriptor, log.descriptor, ...reached.stdio];
    return spawn(binaries.programs.postgres, flags, { ...spawnSettings(account), stdio });
  } finally {
    reached.close();
  }
};

/**
 * Starts the server and waits until it takes connections, however long a recovery lasts. Answers
 * `{ outcome: "ready", pid, exited }`, or an outcome to retry after; anything else is thrown, explained.
 */
export async function startServer(folders, settings) {
  const log = openLog(folders.log, settings.account);
  const child = launch(folders, settings, log);
  closeSync(log.descriptor);
  let failure;
  const exited = new Promise((resolve) => {
    child.once("error", (error) => resolve((failure = error)));
    child.once("exit", () => resolve((failure ??= "ended")));
  });
  const ready = () => {
    const noted = readPostmasterFile(folders.postmasterPid);
    return failure ?? (noted?.pid === child.pid && noted.ready);
  };
  if ((await until(ready)) === true) return { outcome: "ready", pid: child.pid, exited };
  const said = failure instanceof Error ? failure.message : readFileSync(folders.log).subarray(log.start).toString();
  const retry = passing.find(({ pattern }) => pattern.test(said));
  if (retry) return { outcome: retry.outcome, said };
  throw explainFailure(said, folders.dataFolder);
}

const signal = (pid, name) => {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
};

const request = (pid, mode, { folders, binaries }) => {
  // Windows has no signals; pg_ctl speaks to the server through a pipe of its own.
  if (process.platform !== "win32") return signal(pid, mode === "fast" ? "SIGINT" : "SIGQUIT");
  execFileSync(binaries.programs.pg_ctl, ["stop", "-D", folders.data, "-m", mode, "-W"], { stdio: "ignore" });
};

/**
 * Stops a server: sessions are ended and everything is written. `immediate` leaves the writing to the recovery of
 * a next start, as does a server that has not ended after a minute.
 */
export async function stopServer(pid, settings, immediate = false) {
  const gone = () => !processIdentity(pid);
  if (gone()) return;
  if (!immediate) {
    request(pid, "fast", settings);
    if (await until(gone, stopLimitMs)) return;
  }
  request(pid, "immediate", settings);
  await until(gone, stopLimitMs);
}
