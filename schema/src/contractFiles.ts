import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { SubgraphSdl } from "./compose";

/** Where each committed part of the contract stands, relative to the repository's root. */
export const contractFiles = {
  subgraphs: "schema/subgraphs",
  supergraph: "schema/supergraph.graphql",
  api: "schema/api.graphql",
  changelog: "schema/CHANGELOG.md",
  owners: "schema/owners.json",
  picture: "docs/supergraph.svg",
  table: "docs/supergraph.md",
} as const;

/** File of one slice's printed SDL. */
export function subgraphFile(slice: string): string {
  return `${contractFiles.subgraphs}/${slice}.graphql`;
}

/** The committed SDL of every slice, by name; none where no slice has printed yet. */
export async function readSubgraphs(root: string): Promise<readonly SubgraphSdl[]> {
  const names = await readdir(path.join(root, contractFiles.subgraphs)).catch(absent<string[]>([]));
  const slices = names.filter((name) => name.endsWith(".graphql")).sort();
  return Promise.all(
    slices.map(async (name) => ({
      name: path.basename(name, ".graphql"),
      sdl: await readFile(path.join(root, contractFiles.subgraphs, name), "utf8"),
    })),
  );
}

/** The text of one file of the contract, undefined where it does not exist. */
export async function readContractFile(root: string, file: string): Promise<string | undefined> {
  return readFile(path.join(root, file), "utf8").catch(absent(undefined));
}

/** Writes the files that differ, and returns their names. */
export async function writeChanged(root: string, files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const [file, text] of files) {
    if ((await readContractFile(root, file)) === text) continue;
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
    changed.push(file);
  }
  return changed;
}

function absent<T>(instead: T) {
  return (error: NodeJS.ErrnoException): T => {
    if (error.code === "ENOENT") return instead;
    throw error;
  };
}

/** The committed supergraph, from which a hub starts. */
export async function readSupergraph(): Promise<string> {
  return await readFile(path.resolve(__dirname, "../..", contractFiles.supergraph), "utf8");
}
