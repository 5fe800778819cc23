"use strict";

const { spawn } = require("node:child_process");
const path = require("node:path");
const { createInterface } = require("node:readline");
const { setTimeout: delay } = require("node:timers/promises");
const { EmbeddedPostgresError } = require("./embeddedPostgresError.cjs");
const { processIdentity } = require("./supervisor/processIdentity.cjs");

const program = path.join(__dirname, "supervise.mjs");

const begin = ({ dataFolder, durable = true, temporary = false, cacheFolder }) => {
  const settings = { dataFolder: path.resolve(dataFolder), durable, temporary, cacheFolder, ownerPid: process.pid };
  return spawn(process.execPath, [program, JSON.stringify(settings)], {
    detached: true,
    windowsHide: true,
    cwd: path.parse(settings.dataFolder).root,
    stdio: ["pipe", "pipe", "pipe"],
  });
};

const untilReady = (child, log) =>
  new Promise((resolve, reject) => {
    let crash = "";
    child.stderr.on("data", (chunk) => (crash = `${crash}${chunk}`.slice(-2_000)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      const message = JSON.parse(line);
      if (message.log) log(message.log);
      if (message.ready) resolve(message.ready);
      if (message.failed) reject(new EmbeddedPostgresError(message.failed.code, message.failed.message));
    });
    child.once("error", reject);
    child.once("close", () =>
      reject(new EmbeddedPostgresError("START_FAILED", `The supervisor of PostgreSQL ended early.\n${crash}`)),
    );
  });

// Only where somebody killed the supervisor: nobody else is left to stop the server.
const stopOrphan = async (pid) => {
  if (processIdentity(pid)) process.kill(pid, "SIGINT");
  while (processIdentity(pid)) await delay(20);
};

// An idle hub may end by itself: that closes the pipe, and the supervisor stops the server.
const letGo = (child) => [child, child.stdin, child.stdout, child.stderr].forEach((handle) => handle.unref());

const stopping = (child, exited, pid) => {
  let stopped;
  return () => {
    stopped ??= (async () => {
      child.ref();
      child.stdin.end();
      if ((await exited) !== 0) await stopOrphan(pid);
    })();
    return stopped;
  };
};

exports.launchSupervisor = async function launchSupervisor({ log = () => undefined, ...options }) {
  const child = begin(options);
  child.stdin.on("error", () => undefined); // a supervisor that ended has closed the pipe; its exit is what counts
  const exited = new Promise((resolve) => child.once("exit", resolve));
  const { port, pid, attached, superuser } = await untilReady(child, log);
  letGo(child);
  const stop = attached ? async () => undefined : stopping(child, exited, pid);
  return { host: "127.0.0.1", port, superuser, attached, stop };
};
