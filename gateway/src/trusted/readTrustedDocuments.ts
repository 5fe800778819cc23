import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

import { readManifest, type TrustedDocument } from "./documentManifest";

/** Reads a manifest, or all of a folder (its files `*.json`). Throws where one cannot be read: none is left out in silence. */
export function readTrustedDocuments(place: string): readonly TrustedDocument[] {
  const files = statSync(place).isDirectory()
    ? readdirSync(place)
        .filter((name) => name.endsWith(".json"))
        .sort()
        .map((name) => path.join(place, name))
    : [place];
  return files.flatMap((file) => readManifest(file, readFileSync(file, "utf8")));
}
