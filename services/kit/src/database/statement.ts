/** One SQL statement. `name` says in the server's log which piece of code sent it: `slice.what`. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values?: readonly unknown[];
  /**
   * Whether a connection keeps the statement prepared: for a text that is the same every time, is asked with most requests,
   * and is best answered in one way whatever its values are. To plan such a one costs several times what it costs to run.
   */
  readonly prepared?: boolean;
}

/** The statement's text with its name as a comment in front, so that a slow log can be traced. */
export function namedText({ name, text }: Statement): string {
  return `/* ${name.replaceAll("*/", "")} */ ${text}`;
}
