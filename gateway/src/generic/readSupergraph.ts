import { readFile } from "node:fs/promises";

import { SupergraphError } from "./supergraphError";

/** Reads a supergraph's file, or throws a `SupergraphError` that says why it cannot. */
export async function readSupergraph(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new SupergraphError(`The file cannot be read: ${(error as Error).message}.`, { cause: error });
  }
}
