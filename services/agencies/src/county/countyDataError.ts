import { QueryFailedError } from "typeorm";
import type { z } from "zod";

const shownProblems = 20;

/** A county's reference data does not hold; the message names every field and rule, a line each. Nothing was changed. */
export class CountyDataError extends Error {
  override readonly name = "CountyDataError";

  constructor(problems: readonly string[]) {
    const more = problems.length - shownProblems;
    super(
      [
        "The county's reference data does not hold; nothing was changed:",
        ...problems.slice(0, shownProblems).map((problem) => `  ${problem}`),
        ...(more > 0 ? [`  and ${String(more)} more`] : []),
      ].join("\n"),
    );
  }
}

/** What a check of the data's shape found, by field: `staff[3].role: …`. */
export function shapeProblems({ issues }: z.ZodError): readonly string[] {
  return issues.map(({ path, message }) => `${fieldOf(path)}: ${message}`);
}

/** What the database refused of one list, where it did for a rule's sake; null for any other failure. */
export function refusedList(list: string, error: unknown): CountyDataError | null {
  if (!(error instanceof QueryFailedError)) return null;
  const { code, constraint, table } = error.driverError as { code?: string; constraint?: string; table?: string };
  if (code?.startsWith("23") !== true) return null;
  return new CountyDataError([`${list}: a row breaks the rule ${constraint ?? code} of the table ${table ?? list}`]);
}

function fieldOf(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === "number" ? `[${String(part)}]` : `.${String(part)}`)).join("");
  return text.replace(/^\./, "") || "the file";
}
