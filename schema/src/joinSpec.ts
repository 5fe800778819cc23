import { isTypeDefinitionNode, Kind } from "graphql";
import type {
  ConstArgumentNode,
  ConstDirectiveNode,
  DefinitionNode,
  FieldDefinitionNode,
  TypeDefinitionNode,
} from "graphql";

/** A type definition of a supergraph. */
export type JoinTypeNode = TypeDefinitionNode;

/** One `@join__type`: a slice declares a type. See https://specs.apollo.dev/join/v0.5 */
export interface JoinType {
  readonly slice: string;
  readonly key: string | undefined;
  /** Declared with `@extends`: another slice owns the type. */
  readonly extension: boolean;
}

/** One `@join__field`: a slice declares a field. */
export interface JoinField {
  readonly slice: string;
  readonly external: boolean;
  readonly requires: string | undefined;
}

/** The slices of a supergraph: enum value of `join__Graph` → name. */
export function joinGraphs(definitions: readonly DefinitionNode[]): ReadonlyMap<string, string> {
  const graphs = definitions.find(
    (node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === "join__Graph",
  );
  const values = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
  return new Map(
    values.map((value) => {
      const [mark] = marksOf(value.directives, "join__graph");
      return [value.name.value, mark?.get("name") ?? value.name.value];
    }),
  );
}

/** Whether a definition is a type of the graph rather than of the federation machinery. */
export function isJoinType(node: DefinitionNode): node is JoinTypeNode {
  return isTypeDefinitionNode(node) && !node.name.value.includes("__");
}

/** Which slices declare a type, and with which keys. */
export function joinTypes(node: JoinTypeNode, graphs: ReadonlyMap<string, string>): readonly JoinType[] {
  return marksOf(node.directives, "join__type").map((mark) => ({
    slice: sliceOf(mark, graphs),
    key: mark.get("key"),
    extension: mark.get("extension") === "true",
  }));
}

/** Which slices declare a field; none listed means: every slice that declares the type. */
export function joinFields(field: FieldDefinitionNode, graphs: ReadonlyMap<string, string>): readonly JoinField[] {
  return marksOf(field.directives, "join__field")
    .filter((mark) => mark.has("graph"))
    .map((mark) => ({
      slice: sliceOf(mark, graphs),
      external: mark.get("external") === "true",
      requires: mark.get("requires"),
    }));
}

function sliceOf(mark: ReadonlyMap<string, string>, graphs: ReadonlyMap<string, string>): string {
  const graph = mark.get("graph") ?? "";
  return graphs.get(graph) ?? graph;
}

function marksOf(
  directives: readonly ConstDirectiveNode[] | undefined,
  name: string,
): readonly ReadonlyMap<string, string>[] {
  return (directives ?? [])
    .filter((directive) => directive.name.value === name)
    .map((directive) => new Map((directive.arguments ?? []).map((argument) => [argument.name.value, text(argument)])));
}

function text({ value }: ConstArgumentNode): string {
  if (value.kind === Kind.BOOLEAN) return String(value.value);
  return value.kind === Kind.STRING || value.kind === Kind.ENUM ? value.value : "";
}
