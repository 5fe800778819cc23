import { Kind, parse } from "graphql";
import type { FieldDefinitionNode } from "graphql";
import { isJoinType, joinFields, joinGraphs, joinTypes } from "./joinSpec";
import type { JoinTypeNode, JoinType } from "./joinSpec";

/** What kind of thing a type of the graph is. */
export type TypeKind = "entity" | "value" | "interface" | "union" | "enum" | "input" | "scalar";

/** A field, and the slices that answer it. */
export interface ModelField {
  readonly name: string;
  /** Printed type, e.g. `[Service!]!`. */
  readonly type: string;
  /** Name of the type without lists and non-null marks. */
  readonly namedType: string;
  /** Slices that resolve the field, sorted; copies marked `@external` are not among them. */
  readonly resolvedBy: readonly string[];
  /** Fields that the resolving slice needs from the owner first, e.g. `recordIds`. */
  readonly requires: string | undefined;
  /** Whether clients see the field. */
  readonly visible: boolean;
}

/** A type, the slice that owns it, and its fields. */
export interface ModelType {
  readonly name: string;
  readonly kind: TypeKind;
  /** Slices that declare the type as their own, sorted: one for an entity, several for a shared value type, none for a stub whose owner is gone. */
  readonly owners: readonly string[];
  /** Slices that declare the type at all, sorted. */
  readonly declaredBy: readonly string[];
  /** The owner's keys, e.g. `id`. */
  readonly keys: readonly string[];
  readonly fields: readonly ModelField[];
}

/** The supergraph as slices and types, read from the directives of the join specification. */
export interface SupergraphModel {
  /** Names of the slices, sorted. */
  readonly slices: readonly string[];
  /** Every type, root types included, sorted by name. */
  readonly types: readonly ModelType[];
}

const rootTypes = new Set(["Query", "Mutation", "Subscription"]);

/** Whether a type is one of the three roots, to which every slice adds. */
export function isRootType(name: string): boolean {
  return rootTypes.has(name);
}

/** Reads who owns and adds what from a supergraph SDL. */
export function supergraphModel(supergraphSdl: string): SupergraphModel {
  const { definitions } = parse(supergraphSdl, { noLocation: true });
  const graphs = joinGraphs(definitions);
  const types = definitions
    .filter(isJoinType)
    .map((node) => modelType(node, graphs))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return { slices: [...graphs.values()].sort(), types };
}

function modelType(node: JoinTypeNode, graphs: ReadonlyMap<string, string>): ModelType {
  const declarations = joinTypes(node, graphs);
  const declaredBy = distinct(declarations.map(({ slice }) => slice));
  const owners = distinct(declarations.filter(({ extension }) => !extension).map(({ slice }) => slice));
  const keys = declarations
    .filter(({ slice, key }) => key !== undefined && owners.includes(slice))
    .map(({ key }) => key as string);
  return {
    name: node.name.value,
    kind: kindOf(node, declarations),
    owners,
    declaredBy,
    keys: distinct(keys),
    fields: fieldsOf(node).map((field) => modelField(field, declaredBy, graphs)),
  };
}

function fieldsOf(node: JoinTypeNode): readonly FieldDefinitionNode[] {
  const composite = node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
  return composite ? (node.fields ?? []) : [];
}

function modelField(
  field: FieldDefinitionNode,
  declaredBy: readonly string[],
  graphs: ReadonlyMap<string, string>,
): ModelField {
  const marks = joinFields(field, graphs);
  const resolving = marks.filter(({ external }) => !external);
  return {
    name: field.name.value,
    type: printType(field.type),
    namedType: printType(field.type).replaceAll(/[[\]!]/g, ""),
    resolvedBy: marks.length === 0 ? declaredBy : distinct(resolving.map(({ slice }) => slice)),
    requires: resolving.find(({ requires }) => requires !== undefined)?.requires,
    visible: !(field.directives ?? []).some(({ name }) => name.value === "inaccessible"),
  };
}

function printType(type: FieldDefinitionNode["type"]): string {
  if (type.kind === Kind.NON_NULL_TYPE) return `${printType(type.type)}!`;
  return type.kind === Kind.LIST_TYPE ? `[${printType(type.type)}]` : type.name.value;
}

function kindOf(node: JoinTypeNode, declarations: readonly JoinType[]): TypeKind {
  if (declarations.some(({ key }) => key !== undefined)) return "entity";
  const kinds = {
    [Kind.OBJECT_TYPE_DEFINITION]: "value",
    [Kind.INTERFACE_TYPE_DEFINITION]: "interface",
    [Kind.UNION_TYPE_DEFINITION]: "union",
    [Kind.ENUM_TYPE_DEFINITION]: "enum",
    [Kind.INPUT_OBJECT_TYPE_DEFINITION]: "input",
    [Kind.SCALAR_TYPE_DEFINITION]: "scalar",
  } as const;
  return kinds[node.kind];
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}
