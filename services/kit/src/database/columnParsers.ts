import { types } from "pg";

type Parser = (text: string) => unknown;

const { arrayParser } = types as unknown as {
  readonly arrayParser: { create(text: string, each: Parser): { parse(): unknown[] } };
};

const asText: Parser = (text) => text;
const arrayOf =
  (each: Parser): Parser =>
  (text) =>
    arrayParser.create(text, each).parse();

/**
 * Where the driver's defaults would mislead: a `date` is a day of the calendar and stays a text `YYYY-MM-DD` (the
 * default makes midnight in the server's own zone of it, another day elsewhere), and a `bigint` is a number (the
 * default is a text; counts and sizes here stay below 2^53).
 */
const parsers: ReadonlyMap<number, Parser> = new Map([
  [types.builtins.DATE, asText],
  [1182, arrayOf(asText)],
  [types.builtins.INT8, Number],
  [1016, arrayOf(Number)],
]);

/** The driver's option `types`, for this pool alone: text parsers by the object id of a column's type. */
export const columnParsers = {
  getTypeParser: (oid: number, format?: "text" | "binary"): unknown =>
    (format === "binary" ? undefined : parsers.get(oid)) ?? types.getTypeParser(oid, format),
};
