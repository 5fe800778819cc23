import { isEnumType, isSpecifiedScalarType, type GraphQLLeafType } from "graphql";

import type { JsonBuffer } from "./jsonBuffer";

/** Writes a value of a scalar or an enum; false, with nothing written, where it is none of the type. */
export type WriteLeaf = (out: JsonBuffer, value: unknown) => boolean;

const largestInt = 2 ** 31;

const writeInteger: WriteLeaf = (out, value) => {
  if (typeof value !== "number" || !Number.isInteger(value)) return false;
  if (value >= 0 && value < 10) out.byte(0x30 + value);
  else out.json(value);
  return true;
};

const writeText: WriteLeaf = (out, value) => {
  if (typeof value !== "string") return false;
  out.text(value);
  return true;
};

const specified: Readonly<Record<string, WriteLeaf>> = {
  String: writeText,
  /** A slice may say a number; a client reads a text (GraphQL, section 3.5.5). */
  ID: (out, value) => writeText(out, Number.isInteger(value) ? String(value) : value),
  Int: (out, value) =>
    typeof value === "number" && value >= -largestInt && value < largestInt && writeInteger(out, value),
  Float: (out, value) => {
    if (typeof value !== "number" || !Number.isFinite(value)) return false;
    out.json(value);
    return true;
  },
  Boolean: (out, value) => {
    if (typeof value !== "boolean") return false;
    out.json(value);
    return true;
  },
};

/** How the values of a type are written. A slice may give any JSON for a scalar of its own; an enum has the values that clients see. */
export function leafWriter(type: GraphQLLeafType): WriteLeaf {
  if (isEnumType(type)) {
    const values = new Set(type.getValues().map(({ name }) => name));
    return (out, value) => typeof value === "string" && values.has(value) && writeText(out, value);
  }
  const known = isSpecifiedScalarType(type) ? specified[type.name] : undefined;
  return known ?? writeAny;
}

const writeAny: WriteLeaf = (out, value) => {
  if (typeof value === "string") {
    out.text(value);
    return true;
  }
  try {
    out.json(value);
    return true;
  } catch (error) {
    // It is nested more deeply than any text of it can be made.
    if (error instanceof RangeError) return false;
    throw error;
  }
};
