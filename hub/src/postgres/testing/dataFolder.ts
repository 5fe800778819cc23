import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { processIdentity } from "../supervisor/processIdentity.cjs";

/** What the owner note of a running server says. */
export interface OwnerNote {
  readonly port: number;
  readonly server: { readonly pid: number };
  readonly supervisor: { readonly pid: number; readonly identity: string };
  readonly owner: { readonly pid: number; readonly identity: string };
}

const made: string[] = [];

/** A new data folder, with a space in its path as users have them; removed by `removeDataFolders`. */
export function newDataFolder(): string {
  const parent = mkdtempSync(path.join(os.tmpdir(), "corespond hub "));
  made.push(parent);
  return path.join(parent, "postgres");
}

/** Removes every folder that `newDataFolder` made. */
export function removeDataFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Reads who owns the server of a data folder. */
export function ownerOf(dataFolder: string): OwnerNote {
  return JSON.parse(readFileSync(path.join(dataFolder, "owner.json"), "utf8")) as OwnerNote;
}

/** Waits until none of these processes runs; a test that waits in vain fails by its time limit. */
export async function untilGone(...pids: readonly number[]): Promise<void> {
  while (pids.some((pid) => processIdentity(pid) !== undefined))
    await new Promise((resolve) => setTimeout(resolve, 10));
}
