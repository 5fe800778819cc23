import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type GraphQLInputType,
} from "graphql";

import type { Tape } from "./tape";

/** Good values of arguments, by the argument's name or its type's. */
export type KnownValues = Readonly<Record<string, readonly unknown[]>>;

/** A name of an enum, which GraphQL writes without quotes and JSON with them. */
class EnumName {
  constructor(readonly name: string) {}
}

const byType: Readonly<Record<string, readonly unknown[]>> = {
  Int: [1, 0, 2, -3],
  Float: [1, 0.5, -2.25],
  Boolean: [true, false],
  ID: ["1", "2"],
  String: ["a", "", "ü\n\"'"],
};

/** Draws a value that an argument or an input field may have. */
export function drawValue(
  tape: Tape,
  type: GraphQLInputType,
  { name, known }: { name: string; known: KnownValues },
): unknown {
  if (isNonNullType(type)) return drawValue(tape, type.ofType, { name, known });
  if (isListType(type)) {
    const item = type.ofType;
    const one = (): unknown => (!isNonNullType(item) && tape.oneIn(8) ? null : drawValue(tape, item, { name, known }));
    // A single value stands for a list of it (GraphQL, section 3.11).
    return tape.oneIn(6) ? drawValue(tape, item, { name, known }) : Array.from({ length: tape.below(3) }, one);
  }
  if (isEnumType(type)) return new EnumName(tape.one(type.getValues()).name);
  if (!isInputObjectType(type)) return tape.one(known[name] ?? known[type.name] ?? byType[type.name] ?? ["x"]);
  const fields = Object.values(type.getFields()).filter((field) => isRequiredInputField(field) || tape.oneIn(2));
  return Object.fromEntries(
    fields.map((field) => [
      field.name,
      !isNonNullType(field.type) && tape.oneIn(6) ? null : drawValue(tape, field.type, { name: field.name, known }),
    ]),
  );
}

/** Writes a value as GraphQL. */
export function literal(value: unknown): string {
  if (value instanceof EnumName) return value.name;
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, each]) => `${name}: ${literal(each)}`)
    .join(", ")} }`;
}

/** A value as a variable has it. */
export function plain(value: unknown): unknown {
  if (value instanceof EnumName) return value.name;
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));
}
