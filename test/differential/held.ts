import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isAbstractType,
  isLeafType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from "graphql";

import type { FieldFault } from "./faults";
import type { Computed, Row, World } from "./fixture";

/** An object that is being answered: its row, and what names it wherever it is met. */
export interface Held {
  readonly __typename: string;
  readonly row: Row;
  readonly id: string;
  /** What a slice was told of the object; null where it found the object itself. */
  readonly given: Row | null;
  /** The object on which the field was asked that led here. */
  readonly parent: Held | null;
}

/** What a resolver is called with. */
export type FieldQuestion<Context> = readonly [source: Held, args: Row, context: Context, info: GraphQLResolveInfo];

/** The concrete type that a row names. */
export const typeNamed = (row: Row): string | undefined =>
  typeof row["__typename"] === "string" ? row["__typename"] : undefined;

/** A value that reaches the wire as it is, whatever its type says. */
export class Raw {
  constructor(readonly value: unknown) {}
}

/** The names of a world's entities. */
export function rowNames({ entities = {} }: World): ReadonlyMap<Row, string> {
  const names = new Map<Row, string>();
  for (const [type, rows] of Object.entries(entities))
    for (const [index, row] of rows.entries()) if (!names.has(row)) names.set(row, `${type}#${index}`);
  return names;
}

/** A row's field, for the arguments. */
export function read(row: Row, field: string, args: Row): unknown {
  const value = row[field];
  return typeof value === "function" ? (value as (args: Row) => unknown).call(row, args) : value;
}

/** What makes a field of a type, where a world computes it. */
export function computedField({ computed = {} }: World, type: string, field: string): Computed | undefined {
  const fields = Object.hasOwn(computed, type) ? computed[type] : undefined;
  return fields && Object.hasOwn(fields, field) ? fields[field] : undefined;
}

/** Turns the rows of a value into objects being answered; `place` names the value. */
export class Holder {
  constructor(private readonly names: ReadonlyMap<Row, string>) {}

  root(row: Row, __typename: string): Held {
    return { __typename, row, id: __typename, given: null, parent: null };
  }

  value(value: unknown, type: GraphQLOutputType, { place, parent }: { place: string; parent: Held }): unknown {
    if (value === null || value === undefined || value instanceof Error || value instanceof Raw) return value;
    if (Array.isArray(value))
      return value.map((item, index) => this.value(item, type, { place: `${place}.${index}`, parent }));
    const named = getNamedType(type);
    if (isLeafType(named)) return value;
    const row = value as Row;
    const __typename = isAbstractType(named) ? (typeNamed(row) ?? "") : named.name;
    return { __typename, row, id: this.names.get(row) ?? place, given: null, parent } satisfies Held;
  }

  reference(row: Row, __typename: string, given: Row): Held {
    return { __typename, row, id: this.names.get(row) ?? "", given, parent: null };
  }
}

/** What names the value of a field: the arguments count that clients give. */
export function placeOf(source: Held, { fieldName, parentType }: GraphQLResolveInfo, args: Row): string {
  const internal = (parentType.getFields()[fieldName]?.args ?? [])
    .filter(({ astNode }) => astNode?.directives?.some(({ name }) => name.value.endsWith("fromContext")))
    .map(({ name }) => name);
  const own = Object.entries(args).filter(([name]) => !internal.includes(name));
  const sorted = Object.fromEntries(own.sort(([one], [other]) => (one < other ? -1 : 1)));
  return `${source.id}.${fieldName}${own.length === 0 ? "" : JSON.stringify(sorted)}`;
}

/** What a faulty field gives instead of its value; only leaves can be of a wrong type here. */
export function faulty(fault: FieldFault, place: string, type: GraphQLOutputType): unknown {
  switch (fault) {
    case "error":
      throw new GraphQLError(`Fault at ${place}`);
    case "coded":
      throw new GraphQLError(`Fault at ${place}`, { extensions: { code: "TEST_FAULT" } });
    case "null":
      return null;
    case "wrong":
      return isLeafType(getNullableType(type)) ? new Raw({ wrong: place }) : null;
  }
}
