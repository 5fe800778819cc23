/**
 * `turbo run …` with what npm scripts cannot say on every system: telemetry off, and where the data sets lie, so that
 * a result cached without them is not taken for one with them.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const besideTheRepository = path.resolve(root, "../shared/data");
const data = process.env.CORESPOND_DATA ?? (existsSync(besideTheRepository) ? besideTheRepository : undefined);

/** Runs turbo's tasks in the foreground and gives its exit status. */
export function runTasks(tasks) {
  const turbo = createRequire(import.meta.url).resolve("turbo/bin/turbo");
  const quiet = { TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" };
  const { status, signal } = spawnSync(process.execPath, [turbo, "run", ...tasks], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...quiet, ...(data === undefined ? {} : { CORESPOND_DATA: path.resolve(data) }) },
  });
  return signal === null ? (status ?? 1) : 130;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = runTasks(process.argv.slice(2));
