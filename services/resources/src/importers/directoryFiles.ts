import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

import { ImportError } from "@corespond/kit";

import type { HsdsTable } from "./hsdsTable";
import { hsdsTables } from "./hsdsTables";

/** A directory's files: those that are imported, in order, and those that are not, with the reason. */
export interface DirectoryFiles {
  readonly imported: readonly { readonly path: string; readonly table: HsdsTable }[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}

/** Finds the CSV files of a folder, of HSDS 2 or 3 by their names. */
export async function directoryFiles(folder: string): Promise<DirectoryFiles> {
  const names = (await namesIn(folder)).filter((name) => name.toLowerCase().endsWith(".csv")).sort();
  const imported = hsdsTables.flatMap((table) =>
    table.files.filter((name) => names.includes(name)).map((name) => ({ path: join(folder, name), table })),
  );
  if (imported.length === 0) {
    throw new ImportError("MISSING_FILE", {
      file: folder,
      problem: "the folder holds no CSV file of HSDS, such as services.csv",
      remedy: "Name the folder of an HSDS export, version 2 or 3, as CSV.",
    });
  }
  const others = names.map((name) => join(folder, name)).filter((path) => imported.every((file) => file.path !== path));
  const skipped: { path: string; reason: string }[] = [];
  for (const path of others) skipped.push({ path, reason: await reasonToSkip(path, imported) });
  return { imported, skipped };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown";
    throw new ImportError("MISSING_FILE", {
      file: folder,
      problem: `the folder cannot be read (${code})`,
      remedy: "Name the folder of an HSDS export, version 2 or 3, as CSV.",
    });
  }
}

async function reasonToSkip(path: string, imported: DirectoryFiles["imported"]): Promise<string> {
  const own = await digestOf(path);
  for (const other of imported) {
    if ((await digestOf(other.path)) === own)
      return `skipped: a copy of ${other.path.slice(path.lastIndexOf("/") + 1)}`;
  }
  return "skipped: not modelled";
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
