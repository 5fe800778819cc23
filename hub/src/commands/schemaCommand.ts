import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { buildSubgraph } from "@corespond/kit";
import { checkContract, contractFiles, writeContract, writeSubgraphs, type SubgraphSdl } from "@corespond/schema";
import { Command } from "commander";

import { CommandError } from "../commandError";
import { writePrivacyDocument } from "../policies/privacyDocument";
import { repositoryRoot } from "../repositoryRoot";
import { slices } from "../slices";

/** `corespond schema …`: the contract. */
export function schemaCommand(): Command {
  return new Command("schema")
    .description("Print, compose and check the graph's contract.")
    .addCommand(new Command("print").description("Write each slice's SDL to schema/subgraphs.").action(print))
    .addCommand(
      new Command("compose")
        .description("Compose the slices: supergraph, API schema, picture and changelog.")
        .action(composeAll),
    )
    .addCommand(new Command("policies").description("Print who gets what to docs/privacy.md.").action(printPolicies))
    .addCommand(
      new Command("check")
        .description("Fail where the committed contract is not what the slices print and compose to.")
        .action(check),
    );
}

async function printed(): Promise<readonly SubgraphSdl[]> {
  return await Promise.all(slices.map(async ({ name, graph }) => ({ name, sdl: (await buildSubgraph(graph)).sdl })));
}

async function print(): Promise<void> {
  report(await writeSubgraphs(repositoryRoot, await printed()));
}

async function printPolicies(): Promise<void> {
  report(await writePrivacyDocument());
}

async function composeAll(): Promise<void> {
  const result = await writeContract(repositoryRoot, {
    date: new Date().toISOString().slice(0, 10),
    previousSdl: await committedApi(),
  });
  if (!result.ok)
    throw new CommandError(
      result.errors.map(({ code, message, explanation }) => `${code}: ${message}\n  ${explanation}`).join("\n"),
    );
  report(result.changed);
}

async function check(): Promise<void> {
  const problems = await checkContract(repositoryRoot, await printed());
  if (problems.length === 0) return void process.stdout.write("The contract holds.\n");
  throw new CommandError(
    problems.map(({ check: what, coordinate, message }) => `${what} ${coordinate}: ${message}`).join("\n"),
  );
}

/** The API schema of the last commit; none before the first, or outside a git checkout. */
async function committedApi(): Promise<string | undefined> {
  return await promisify(execFile)("git", ["show", `HEAD:${contractFiles.api}`], {
    cwd: repositoryRoot,
    maxBuffer: 64 * 1024 * 1024,
  }).then(
    ({ stdout }) => stdout,
    () => undefined,
  );
}

function report(changed: readonly string[]): void {
  process.stdout.write(
    changed.length === 0 ? "Nothing has changed.\n" : `${changed.map((file) => `wrote ${file}`).join("\n")}\n`,
  );
}
