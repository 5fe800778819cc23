import { apiSdl } from "./apiSchema";
import { updateChangelog } from "./changelog";
import { compose } from "./compose";
import type { CompositionHint, SubgraphSdl } from "./compose";
import type { CompositionProblem } from "./compositionProblem";
import { contractFiles, readContractFile, readSubgraphs, subgraphFile, writeChanged } from "./contractFiles";
import { picture } from "./picture";
import { pictureTable } from "./pictureTable";

/** The outcome of writing the contract: the files that changed, or why nothing was written. */
export type WriteContractResult =
  | { readonly ok: true; readonly changed: readonly string[]; readonly hints: readonly CompositionHint[] }
  | { readonly ok: false; readonly errors: readonly CompositionProblem[] };

/** What the changelog's new entry needs beside the schemas. */
export interface Release {
  /** Day of the entry, `YYYY-MM-DD`. */
  readonly date: string;
  /** The API schema of the last commit, undefined before the first. */
  readonly previousSdl: string | undefined;
}

/** Writes each slice's printed SDL to `schema/subgraphs/`, and returns the files that changed. */
export function writeSubgraphs(root: string, printed: readonly SubgraphSdl[]): Promise<readonly string[]> {
  return writeChanged(root, new Map(printed.map(({ name, sdl }) => [subgraphFile(name), sdl])));
}

/** Everything that follows from a supergraph alone, by file. */
export function derivedFiles(supergraphSdl: string): ReadonlyMap<string, string> {
  return new Map([
    [contractFiles.supergraph, supergraphSdl],
    [contractFiles.api, apiSdl(supergraphSdl)],
    [contractFiles.picture, picture(supergraphSdl)],
    [contractFiles.table, pictureTable(supergraphSdl)],
  ]);
}

/** Composes the committed slices and writes supergraph, API schema, picture and changelog. */
export async function writeContract(root: string, { date, previousSdl }: Release): Promise<WriteContractResult> {
  const result = compose(await readSubgraphs(root));
  if (!result.ok) return result;
  const files = new Map(derivedFiles(result.supergraphSdl));
  const changelog = (await readContractFile(root, contractFiles.changelog)) ?? "";
  const nextSdl = files.get(contractFiles.api) ?? "";
  files.set(contractFiles.changelog, updateChangelog({ changelog, previousSdl, nextSdl, date }));
  return { ok: true, changed: await writeChanged(root, files), hints: result.hints };
}
