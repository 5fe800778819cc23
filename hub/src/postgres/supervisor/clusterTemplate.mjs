import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { initdbFlags } from "./initialise.mjs";

const copy = (from, to) => {
  // cp keeps owners and is several times as fast as fs.cp; Windows has neither owners nor cp.
  if (process.platform === "win32") cpSync(from, to, { recursive: true });
  else execFileSync("cp", ["-pR", from, to], { stdio: "ignore" });
};

const tryCopy = (from, to) => {
  try {
    copy(from, to);
    return true;
  } catch {
    rmSync(to, { recursive: true, force: true });
    return false; // another user's cache, a full disk: initdb then says what is wrong, if anything is
  }
};

const nameOf = ({ binaries, account, durable }) => {
  const runner = account?.uid ?? process.getuid?.() ?? "user";
  const made = createHash("sha256").update(initdbFlags(durable).join(" ")).digest("hex").slice(0, 8);
  return `cluster-${binaries.version}-${process.platform}-${runner}-${made}`;
};

/** A cache of one freshly initialised cluster, which saves test runs a second of initdb each. A cluster is cached before it first runs. */
export function clusterTemplate(cacheFolder, settings) {
  const cached = path.join(cacheFolder, nameOf(settings));
  return {
    fill: (target) => existsSync(cached) && tryCopy(cached, target),
    keep: (cluster) => {
      if (existsSync(cached)) return;
      const unfinished = `${cached}.${process.pid}`;
      try {
        mkdirSync(cacheFolder, { recursive: true });
        if (tryCopy(cluster, unfinished)) renameSync(unfinished, cached);
      } catch {
        rmSync(unfinished, { recursive: true, force: true }); // the cache is read-only, or another run was first
      }
    },
  };
}
