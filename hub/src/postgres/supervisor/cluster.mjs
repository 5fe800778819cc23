import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { PostgresFailure } from "./failure.mjs";
import { initialise } from "./initialise.mjs";
import { processIdentity } from "./processIdentity.cjs";

const unfinishedName = /^cluster\.new\.(\d+)$/;

const checkVersion = (folders, binaries) => {
  const ours = binaries.version.split(".")[0];
  const theirs = readFileSync(path.join(folders.data, "PG_VERSION"), "utf8").trim();
  if (theirs === ours) return;
  throw new PostgresFailure(
    "WRONG_VERSION",
    `The data in ${folders.data} was written by PostgreSQL ${theirs}; this release brings PostgreSQL ${ours}. ` +
      `Export it with pg_dump of version ${theirs} under the release that wrote it, then start with a new data folder; or start afresh with --reset.`,
  );
};

const readSecret = (folders) => {
  try {
    return JSON.parse(readFileSync(folders.secret, "utf8")).password;
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    throw new PostgresFailure(
      "SECRET_MISSING",
      `The data in ${folders.cluster} is there, but its password file ${folders.secret} is gone. Restore it from a backup, or start afresh with --reset.`,
    );
  }
};

// What a process that was killed during its first start left behind.
const clearUnfinished = (folders) => {
  for (const name of readdirSync(folders.dataFolder)) {
    const maker = unfinishedName.exec(name)?.[1];
    if (maker && !processIdentity(Number(maker)))
      rmSync(path.join(folders.dataFolder, name), { recursive: true, force: true });
  }
};

const writeSecret = (cluster, password) => {
  writeFileSync(path.join(cluster, "secret.json"), `${JSON.stringify({ password })}\n`, { mode: 0o600 });
};

const build = async (unfinished, { binaries, account, durable }) => {
  mkdirSync(path.join(unfinished, "data"), { recursive: true, mode: 0o700 });
  chmodSync(unfinished, 0o711);
  if (account) chownSync(path.join(unfinished, "data"), account.uid, account.gid);
  const password = randomBytes(24).toString("base64url");
  await initialise(unfinished, { binaries, account, durable, password });
  writeSecret(unfinished, password);
};

/**
 * Gives the folder a cluster if it has none and returns the superuser's password. The new cluster and its
 * password appear together, by one rename, so that neither a kill nor a second process ever sees half of it.
 */
export async function ensureCluster(folders, { template, log, ...settings }) {
  if (!existsSync(folders.cluster)) {
    clearUnfinished(folders);
    const unfinished = path.join(folders.dataFolder, `cluster.new.${process.pid}`);
    rmSync(unfinished, { recursive: true, force: true });
    try {
      if (!template?.fill(unfinished)) {
        log("Preparing a new PostgreSQL data folder.");
        await build(unfinished, settings);
        template?.keep(unfinished);
      }
      renameSync(unfinished, folders.cluster);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(folders.cluster)) throw error; // else another process was first, and its cluster serves
    }
  }
  checkVersion(folders, settings.binaries);
  return readSecret(folders);
}
