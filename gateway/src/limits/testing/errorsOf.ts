import { buildSchema, parse, validate, type ValidationRule } from "graphql";

const schema = buildSchema("type Query { a(x: Int): Query, b: Query, leaf: String }");

/** What a rule says of a document, as a client reads it. */
export function errorsOf(rule: ValidationRule, query: string): readonly object[] {
  return validate(schema, parse(query), [rule]).map(({ message, extensions }) => ({ message, ...extensions }));
}

/** A selection of `a` within `a`, as many levels deep, that ends in a leaf on the last level. */
export function nested(levels: number): string {
  return `${"{ a ".repeat(levels - 1)}{ leaf }${" }".repeat(levels - 1)}`;
}
