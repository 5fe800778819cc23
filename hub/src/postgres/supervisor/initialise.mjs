import { spawn } from "node:child_process";
import { chownSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { reachableBy, spawnSettings } from "./reachable.mjs";

// The builtin provider sorts and folds case alike on every operating system, whatever locales that one has.
const sameEverywhere = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
const loginOnlyByPassword = ["--username=postgres", "--auth=scram-sha-256"];
const quickest = ["--no-sync", "--wal-segsize=1", "--no-data-checksums"];

/** The flags of initdb that decide what a new cluster is like. */
export function initdbFlags(durable) {
  return [...sameEverywhere, ...loginOnlyByPassword, "--no-instructions", ...(durable ? [] : quickest)];
}

const execute = (program, flags, options) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, flags, options);
    let said = "";
    child.stderr.on("data", (chunk) => (said += chunk));
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(`initdb failed: ${said}`))));
  });

/** Runs initdb in `folder/data`, with the superuser's password. */
export async function initialise(folder, { binaries, account, durable, password }) {
  const passwordFile = path.join(folder, "initial-password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  const reached = reachableBy(account, [path.join(folder, "data"), passwordFile]);
  const [data, pwfile] = reached.names;
  const flags = [`--pgdata=${data}`, `--pwfile=${pwfile}`, ...initdbFlags(durable)];
  try {
    await execute(binaries.programs.initdb, flags, {
      ...spawnSettings(account),
      stdio: ["ignore", "ignore", "pipe", ...reached.stdio],
    });
  } finally {
    reached.close();
    rmSync(passwordFile, { force: true });
  }
}
