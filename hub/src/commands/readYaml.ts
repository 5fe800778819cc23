import { readFile } from "node:fs/promises";

import { parse, YAMLError } from "yaml";

import { CommandError } from "../commandError";

/** Reads a YAML file. Throws a `CommandError` where there is none, or it is no YAML. */
export async function readYaml(path: string): Promise<unknown> {
  try {
    return parse(await readFile(path, "utf8"));
  } catch (error) {
    if (error instanceof YAMLError) throw new CommandError(`${path} is not YAML: ${error.message}`);
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new CommandError(`There is no file ${path}.`);
    throw error;
  }
}
