import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";

import { parse, YAMLError } from "yaml";

import { CommandError } from "../commandError";

/** Reads a YAML file. Throws a `CommandError` where there is none, or it is no YAML in UTF-8. */
export async function readYaml(path: string): Promise<unknown> {
  try {
    const bytes = await readFile(path);
    if (!isUtf8(bytes)) throw new CommandError(`${path} is not valid UTF-8. Save it as UTF-8.`);
    return parse(bytes.toString("utf8"));
  } catch (error) {
    if (error instanceof YAMLError) throw new CommandError(`${path} is not YAML: ${error.message}`);
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new CommandError(`There is no file ${path}.`);
    throw error;
  }
}
