import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

const replace = (file, text) => {
  const next = `${file}.${process.pid}`;
  writeFileSync(next, text, { mode: 0o644 });
  renameSync(next, file);
};

/**
 * Writes who owns the running server, and its port, into the data folder, for people and tools. The server
 * itself carries the same marks, and those decide: a note can outlive what it speaks of, a server cannot.
 */
export function noteOwner(folders, { port, pid, run }) {
  const note = { port, startedAt: new Date().toISOString(), server: { pid }, ...run };
  replace(folders.owner, `${JSON.stringify(note, null, 2)}\n`);
  replace(folders.port, `${port}\n`);
}

/** Removes the note about a server that has stopped, unless a later one has replaced it. */
export function forgetOwner(folders, pid) {
  try {
    if (JSON.parse(readFileSync(folders.owner, "utf8")).server.pid === pid) rmSync(folders.owner);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}
