import { GraphQLError } from "graphql";

/** How deep lists and objects may nest in variables: twice what any input type of the graph needs. */
const deepest = 20;

/** With the `u` flag, both halves together are one character, and no surrogate. */
const halfOfAPair = /\p{Surrogate}/u;

/**
 * Refuses variables that hold a text which no slice can keep: with the character U+0000, or with half of a surrogate
 * pair, of which JSON lets both be written (RFC 8259, section 8.2). The error names where, never what.
 */
export function checkVariables(variables: unknown): readonly GraphQLError[] {
  const waiting: { readonly value: unknown; readonly path: readonly (string | number)[] }[] = [
    { value: variables, path: ["variables"] },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value === "string" && (value.includes("\u0000") || halfOfAPair.test(value)))
      return [refusal(path, "holds the character U+0000 or half of a surrogate pair, which no text here may hold")];
    if (typeof value !== "object" || value === null) continue;
    if (path.length > deepest) return [refusal(path.slice(0, 2), `nests more than ${deepest} levels deep`)];
    for (const [key, inner] of Object.entries(value)) waiting.push({ value: inner, path: [...path, key] });
  }
  return [];
}

const refusal = (path: readonly (string | number)[], finding: string): GraphQLError =>
  new GraphQLError(`\`${path.join(".").slice(0, 200)}\` ${finding}.`, { extensions: { code: "BAD_USER_INPUT" } });
