import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of CSV files for one test. */
export interface DirectoryFolder {
  readonly path: string;
  /** Writes a file: its header and rows, each a line without its end. */
  write(name: string, ...lines: readonly string[]): void;
  remove(): void;
}

/** Makes a folder that nobody else uses. */
export function directoryFolder(): DirectoryFolder {
  const path = mkdtempSync(join(tmpdir(), "corespond-hsds-"));
  return {
    path,
    write: (name, ...lines) => {
      writeFileSync(join(path, name), `${lines.join("\n")}\n`);
    },
    remove: () => {
      rmSync(path, { recursive: true });
    },
  };
}
