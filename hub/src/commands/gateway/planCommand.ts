import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";

import { PlanError, planOperation, SupergraphError } from "@corespond/gateway";
import { Command } from "commander";

import { CommandError } from "../../commandError";

interface PlanFlags {
  readonly supergraph: string;
  readonly operation: string;
  readonly operationName?: string;
  readonly variables: string;
}

/** `corespond plan`: how an operation would be answered. */
export function planCommand(): Command {
  return new Command("plan")
    .description(
      "Print how an operation would be answered over a supergraph: the query plan, and the requests to slices that it is compiled to. No slice is asked.",
    )
    .requiredOption("--supergraph <file>", "the composed supergraph")
    .requiredOption("--operation <file>", "the document, or - for standard input")
    .option("--operation-name <name>", "which of the document's operations, where it has several")
    .option("--variables <json>", "the variables on which @skip and @include depend", "{}")
    .action(async (flags: PlanFlags) => {
      process.stdout.write(await plan(flags));
    });
}

async function plan({ supergraph, operation, operationName, variables }: PlanFlags): Promise<string> {
  const [supergraphSdl, document] = await Promise.all([
    fileText(supergraph),
    operation === "-" ? text(process.stdin) : fileText(operation),
  ]);
  try {
    return await planOperation({ supergraphSdl, document, operationName, variables: readVariables(variables) });
  } catch (error) {
    if (error instanceof SupergraphError)
      throw new CommandError(`${supergraph} cannot be planned over. ${error.message}`, { cause: error });
    if (error instanceof PlanError) throw new CommandError(error.message, { cause: error });
    throw error;
  }
}

async function fileText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${(error as Error).message}.`, { cause: error });
  }
}

function readVariables(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new CommandError(`--variables takes a JSON object, but got: ${json}`);
}
