import { buildSchema, findBreakingChanges, findDangerousChanges } from "graphql";
import type { GraphQLSchema } from "graphql";
import { schemaElements } from "./coordinates";

/** How a change of the graph meets the clients that exist. */
export type ChangeLevel = "breaking" | "dangerous" | "safe";

/** One change of the schema that clients see. */
export interface SchemaChange {
  readonly level: ChangeLevel;
  readonly message: string;
  /** What is new, for an addition. */
  readonly added?: string;
}

/** What changed between two schemas as clients see them: breaking first, then dangerous, then additions. */
export function schemaChanges(previousSdl: string, nextSdl: string): readonly SchemaChange[] {
  const previous = buildSchema(previousSdl);
  const next = buildSchema(nextSdl);
  return [
    ...changes("breaking", findBreakingChanges(previous, next)),
    ...changes("dangerous", findDangerousChanges(previous, next)),
    ...additions(previous, next),
  ];
}

function changes(level: ChangeLevel, found: readonly { readonly description: string }[]): readonly SchemaChange[] {
  return found.map(({ description }) => ({ level, message: description })).sort(byMessage);
}

/** An addition inside an added type or field goes without saying. */
function additions(previous: GraphQLSchema, next: GraphQLSchema): readonly SchemaChange[] {
  const before = new Set(schemaElements(previous).map(({ coordinate }) => coordinate));
  return schemaElements(next)
    .filter(({ coordinate }) => !before.has(coordinate) && parentsOf(coordinate).every((parent) => before.has(parent)))
    .map(({ coordinate }) => ({ level: "safe" as const, message: `${coordinate} was added.`, added: coordinate }))
    .sort(byMessage);
}

function parentsOf(coordinate: string): readonly string[] {
  const [type = "", member] = coordinate.split(".");
  const field = member?.split("(")[0];
  if (member === undefined) return [];
  return field === member ? [type] : [type, `${type}.${field}`];
}

function byMessage(a: SchemaChange, b: SchemaChange): number {
  return a.message < b.message ? -1 : 1;
}
