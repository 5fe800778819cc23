import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";

import { z } from "zod";

const instant = z.iso.datetime();

/**
 * The instant from which the demonstration's times are counted: that of the data folder's first start, kept in a file,
 * because a start that was interrupted must repeat the same inputs under the same idempotency keys.
 */
export async function anchorOf(dataFolder: string): Promise<Date> {
  const file = path.join(dataFolder, "demonstration.started");
  const kept = await readIfThere(file);
  if (kept !== null) return new Date(instant.parse(kept.trim()));
  const now = new Date().toISOString();
  const draft = `${file}.${String(process.pid)}`;
  await writeFile(draft, `${now}\n`);
  await rename(draft, file);
  return new Date(now);
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
