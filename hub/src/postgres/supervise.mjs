import { rmSync } from "node:fs";
import { attachOrStart } from "./supervisor/attachOrStart.mjs";
import { ensureCluster } from "./supervisor/cluster.mjs";
import { clusterTemplate } from "./supervisor/clusterTemplate.mjs";
import { explainFailure } from "./supervisor/failure.mjs";
import { foldersIn, makeDataFolder } from "./supervisor/folders.mjs";
import { usableBinaries } from "./supervisor/nativeBinaries.mjs";
import { forgetOwner } from "./supervisor/ownerNote.mjs";
import { processIdentity } from "./supervisor/processIdentity.cjs";
import { serverAccount } from "./supervisor/serverAccount.mjs";
import { stopServer } from "./supervisor/serverProcess.mjs";

// The process between the hub and PostgreSQL. It lives in a session of its own, so that Ctrl-C in a terminal
// reaches only the hub, and it stops the server when its standard input ends, which also a killed hub brings about.
// Argument: JSON { dataFolder, durable, temporary, cacheFolder, ownerPid }. Output: one JSON line per message.

const options = JSON.parse(process.argv[2]);
const folders = foldersIn(options.dataFolder);

process.stdout.on("error", () => undefined); // the hub is gone; the end of standard input says so too
const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
const log = (line) => say({ log: line });

const asked = new Promise((resolve) => {
  process.stdin.on("end", resolve).on("error", resolve).resume();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, resolve);
});

const prepare = async () => {
  makeDataFolder(options.dataFolder);
  const account = serverAccount(folders.data);
  const binaries = await usableBinaries(account, options.dataFolder);
  const settings = { account, binaries, durable: options.durable, log };
  const template = options.cacheFolder ? clusterTemplate(options.cacheFolder, settings) : undefined;
  const password = await ensureCluster(folders, { ...settings, template });
  const run = {
    owner: { pid: options.ownerPid, identity: processIdentity(options.ownerPid) },
    supervisor: { pid: process.pid, identity: processIdentity(process.pid) },
  };
  return { settings: { ...settings, folders, run }, password };
};

const supervise = async () => {
  const { settings, password } = await prepare();
  const server = await attachOrStart(settings, password);
  const { attached, port, pid } = server;
  say({ ready: { port, pid, attached, superuser: { user: "postgres", password } } });
  if (attached) return;
  const ended = await Promise.race([asked.then(() => "asked"), server.exited.then(() => "alone")]);
  if (ended === "alone") log(`PostgreSQL ended unexpectedly; see ${folders.log}.`);
  await stopServer(pid, settings, options.temporary);
  forgetOwner(folders, pid);
  if (options.temporary) rmSync(options.dataFolder, { recursive: true, force: true });
};

try {
  await supervise();
  process.exitCode = 0;
} catch (error) {
  const { code, message } = explainFailure(error, options.dataFolder);
  say({ failed: { code, message } });
  process.exitCode = 1;
}
process.stdin.destroy();
