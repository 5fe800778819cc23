import { closeSync, openSync } from "node:fs";

const firstFreeDescriptor = 3;

/**
 * Names for paths under which another account's process reaches them, whatever the folders above allow.
 *
 * Root may keep its data under a folder such as /root that the server's account cannot traverse, and loosening
 * that folder is not ours to do. On Linux /proc/self/fd/N leads straight to an inherited descriptor without
 * walking the path, so the server receives its folder as an open descriptor. `stdio` goes to spawn from
 * position 3 on; `close` releases our side once the child runs.
 */
export function reachableBy(account, paths) {
  if (!account) return { names: paths, stdio: [], close: () => undefined };
  const descriptors = paths.map((path) => openSync(path, "r"));
  return {
    names: paths.map((_, index) => `/proc/self/fd/${firstFreeDescriptor + index}`),
    stdio: descriptors,
    close: () => descriptors.forEach((descriptor) => closeSync(descriptor)),
  };
}

/** What every PostgreSQL program is spawned with: its account, and an environment that carries none of ours. */
export function spawnSettings(account) {
  // Windows programs do not load without SystemRoot and PATH; elsewhere nothing of our environment is needed.
  const env = process.platform === "win32" ? undefined : { LC_ALL: "C", TZ: "UTC" };
  return { ...account, env, cwd: process.platform === "win32" ? undefined : "/", windowsHide: true };
}
