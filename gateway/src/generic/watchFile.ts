import { unwatchFile, watchFile as watchStatOf } from "node:fs";

const lookEveryMs = 200;

/**
 * Tells of a file's changes until it is told to stop. It looks at what the path leads to instead of asking the system for
 * events: a file that is written anew, renamed over, mounted from elsewhere or behind a link that turns is seen alike.
 */
export function watchFile(path: string, changed: () => void): () => void {
  watchStatOf(path, { interval: lookEveryMs, persistent: false }, changed);
  return () => unwatchFile(path, changed);
}
