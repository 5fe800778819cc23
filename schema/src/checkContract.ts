import { apiSdl } from "./apiSchema";
import { checkChangelog } from "./changelog";
import { compose } from "./compose";
import type { SubgraphSdl } from "./compose";
import { contractFiles, readContractFile, readSubgraphs, subgraphFile } from "./contractFiles";
import { checkDescriptions } from "./descriptions";
import { checkOwners } from "./owners";
import type { Teams } from "./owners";
import type { SchemaProblem } from "./schemaProblem";
import { supergraphModel } from "./supergraphModel";
import { derivedFiles } from "./writeContract";

/**
 * Every reason why the committed contract does not hold: slices that do not compose, missing descriptions and owners, a
 * changelog left behind, and committed files that differ from what composes, or from what the slices print if given.
 */
export async function checkContract(root: string, printed?: readonly SubgraphSdl[]): Promise<readonly SchemaProblem[]> {
  const subgraphs = await readSubgraphs(root);
  const unprinted = printed === undefined ? [] : await printDrift(root, printed, subgraphs);
  const result = compose(subgraphs);
  if (!result.ok) {
    return [...unprinted, ...result.errors.map((error) => compositionError(error.coordinates, error.message))];
  }
  const { supergraphSdl, hints } = result;
  const teams = JSON.parse((await readContractFile(root, contractFiles.owners)) ?? "{}") as Teams;
  const changelog = (await readContractFile(root, contractFiles.changelog)) ?? "";
  return [
    ...unprinted,
    ...hints.filter(({ level }) => level === "WARN").map(({ code, message }) => compositionError([code], message)),
    ...checkDescriptions(subgraphs),
    ...checkOwners(supergraphModel(supergraphSdl), teams),
    ...checkChangelog(changelog, apiSdl(supergraphSdl)),
    ...(await drift(root, derivedFiles(supergraphSdl))),
  ];
}

/** Files whose committed text differs from the given one, with the first line that does. */
async function drift(root: string, files: ReadonlyMap<string, string>): Promise<readonly SchemaProblem[]> {
  const problems = await Promise.all(
    [...files].map(async ([file, text]) => {
      const committed = await readContractFile(root, file);
      return committed === text ? [] : [driftProblem(file, differs(committed, text))];
    }),
  );
  return problems.flat();
}

async function printDrift(root: string, printed: readonly SubgraphSdl[], committed: readonly SubgraphSdl[]) {
  const names = new Set(printed.map(({ name }) => name));
  const left = committed.filter(({ name }) => !names.has(name));
  return [
    ...(await drift(root, new Map(printed.map(({ name, sdl }) => [subgraphFile(name), sdl])))),
    ...left.map(({ name }) => driftProblem(subgraphFile(name), "no slice of this name prints it any more")),
  ];
}

function differs(committed: string | undefined, text: string): string {
  if (committed === undefined) return "the file is missing";
  const lines = committed.split("\n");
  const line = text.split("\n").findIndex((expected, index) => expected !== lines[index]);
  return `line ${line < 0 ? lines.length : line + 1} is out of date`;
}

function driftProblem(file: string, what: string): SchemaProblem {
  return { check: "drift", coordinate: file, message: `Run \`corespond schema compose\`: ${what}.` };
}

function compositionError(coordinates: readonly string[], message: string): SchemaProblem {
  return { check: "composition", coordinate: coordinates.join(", "), message };
}
