/** One SQL statement. `name` says in the server's log which piece of code sent it: `slice.what`. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** The statement's text with its name as a comment in front, so that a slow log can be traced. */
export function namedText({ name, text }: Statement): string {
  return `/* ${name.replaceAll("*/", "")} */ ${text}`;
}
