import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { invariant } from "@corespond/kit";

import { repositoryRoot } from "../repositoryRoot";
import { slices } from "../slices";
import { policyMatrix } from "./policyMatrix";

/** The document for counsel, whose last part is printed from the policies. */
const privacyDocument = "docs/privacy.md";

const heading = "## Who gets what\n";

/** Writes the policies into the document; the path where it changed. */
export async function writePrivacyDocument(): Promise<readonly string[]> {
  const file = path.join(repositoryRoot, privacyDocument);
  const before = await readFile(file, "utf8");
  const at = before.indexOf(heading);
  invariant(at >= 0, `${privacyDocument} has the heading "${heading.trim()}"`);
  const after = `${before.slice(0, at)}${heading}\n${intro}\n\n${policyMatrix(slices)}`;
  if (after === before) return [];
  await writeFile(file, after);
  return [privacyDocument];
}

const intro =
  "Printed from the policies by `corespond schema policies`; a test fails where they differ. What no rule allows is refused. " +
  "`SYSTEM` is the hub itself: no person acts as it. A field's cell says `yes`, or by which rule of those below the " +
  "table it is shown; an empty one is withheld and named in `redactions`. Types without a table of fields show all of " +
  "their fields to whoever sees the row.";
