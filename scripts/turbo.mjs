/**
 * `turbo run …` with what npm scripts cannot say on every system: telemetry off, and where the data sets lie, so that
 * a result cached without them is not taken for one with them. `--quiet` shows what turbo said only when a task failed.
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
export function runTasks(tasks, { quiet = false } = {}) {
  const turbo = createRequire(import.meta.url).resolve("turbo/bin/turbo");
  const { status, stdout, stderr } = spawnSync(process.execPath, [turbo, "run", ...tasks], {
    cwd: root,
    stdio: quiet ? ["inherit", "pipe", "pipe"] : "inherit",
    maxBuffer: Number.POSITIVE_INFINITY,
    env: {
      ...process.env,
      TURBO_TELEMETRY_DISABLED: "1",
      DO_NOT_TRACK: "1",
      ...(data === undefined ? {} : { CORESPOND_DATA: path.resolve(data) }),
    },
  });
  if (quiet && status !== 0) process.stderr.write(`${stdout}${stderr}`);
  return status ?? 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const tasks = process.argv.slice(2);
  process.exitCode = runTasks(
    tasks.filter((task) => task !== "--quiet"),
    { quiet: tasks.includes("--quiet") },
  );
}
