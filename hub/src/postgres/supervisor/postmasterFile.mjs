import { readFileSync, renameSync, rmSync } from "node:fs";

const lines = { pid: 0, port: 3, status: 7 };

/** What PostgreSQL's own lock file says: `{ text, pid, port, ready }`; undefined where there is none, or not yet a whole one. */
export function readPostmasterFile(file) {
  let text;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
  const line = text.split("\n");
  const pid = Number(line[lines.pid]);
  const port = Number(line[lines.port]);
  if (!(pid > 0 && port > 0)) return undefined;
  return { text, pid, port, ready: (line[lines.status] ?? "").startsWith("ready") };
}

/**
 * Removes a lock file whose process number now belongs to another program: PostgreSQL would take that one for
 * its own server and refuse to start. Only the very text that was judged stale goes; a newer one is put back.
 */
export function removeStalePostmasterFile(file, judged) {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code === "ENOENT") return;
    throw error;
  }
  if (readFileSync(aside, "utf8") === judged) rmSync(aside, { force: true });
  else renameSync(aside, file);
}
