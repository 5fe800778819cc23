import { InvariantError } from "../errors/invariant";
import type { MergeColumn } from "./mergePlan";

const special = /[\\\t\n\r]/;

const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/**
 * One line of COPY's text format (PostgreSQL, "COPY", File Formats): null is `\N`, so that a text that reads `\N`, and
 * an empty one, stay what they are.
 */
export function copyLine(values: readonly (string | null)[]): string {
  return `${values.map((value) => (value === null ? "\\N" : escaped(value))).join("\t")}\n`;
}

/** A value as PostgreSQL's input functions read it, null where there is none. */
export function copyValue(value: unknown, column: Pick<MergeColumn, "name" | "json">): string | null {
  if (value === null || value === undefined) return null;
  if (column.json) return JSON.stringify(value);
  switch (typeof value) {
    case "string":
      return value;
    case "number":
    case "bigint":
    case "boolean":
      return String(value);
    default:
      if (value instanceof Date) return value.toISOString();
      if (Array.isArray(value)) return arrayLiteral(value, column);
      throw new InvariantError(
        `A value of the column ${column.name} is text, number, boolean, Date or a list, but is ${typeof value}`,
      );
  }
}

const escaped = (text: string): string =>
  special.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character) : text;

function arrayLiteral(items: readonly unknown[], column: Pick<MergeColumn, "name">): string {
  const quoted = items.map((item) => {
    const text = copyValue(item, { name: column.name });
    if (text === null) return "NULL";
    return Array.isArray(item) ? text : `"${text.replace(/["\\]/g, "\\$&")}"`;
  });
  return `{${quoted.join(",")}}`;
}
