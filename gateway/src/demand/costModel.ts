import {
  Kind,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeNode,
} from "graphql";

import { argument, costDirectiveNames } from "./costDirectives";

/** What `@listSize` says of a field. */
export interface DeclaredListSize {
  readonly assumedSize: number | undefined;
  readonly slicingArguments: readonly string[];
  /** The fields of what the field gives that are the list, where the field itself is none. */
  readonly sizedFields: readonly string[];
  readonly requireOneSlicingArgument: boolean;
}

/** What a supergraph declares about costs, by coordinate: `Type`, `Type.field`, `Type.field(argument:)`, `Input.field`. */
export interface CostModel {
  readonly weights: ReadonlyMap<string, number>;
  readonly listSizes: ReadonlyMap<string, DeclaredListSize>;
  /** The lists whose length a field above them declares. */
  readonly sizedAbove: ReadonlySet<string>;
}

/** The model of a supergraph that declares nothing. */
export const noCosts: CostModel = { weights: new Map(), listSizes: new Map(), sizedAbove: new Set() };

/** Reads a supergraph's `@cost` and `@listSize`, by whatever names it links them. */
export function costModel(supergraph: DocumentNode): CostModel {
  const names = costDirectiveNames(supergraph);
  const weights = new Map<string, number>();
  const listSizes = new Map<string, DeclaredListSize>();
  const sizedAbove = new Set<string>();
  const weigh = (coordinate: string, directives: readonly ConstDirectiveNode[] = []): void => {
    const weight = numberOf(
      directives.find(({ name }) => name.value === names.cost),
      "weight",
    );
    if (weight !== undefined) weights.set(coordinate, weight);
  };
  for (const definition of supergraph.definitions) {
    if (!("fields" in definition) && !isWeighable(definition.kind)) continue;
    const type = "name" in definition ? (definition.name?.value ?? "") : "";
    weigh(type, "directives" in definition ? (definition.directives as readonly ConstDirectiveNode[]) : []);
    for (const field of "fields" in definition ? (definition.fields ?? []) : []) {
      const coordinate = `${type}.${field.name.value}`;
      weigh(coordinate, field.directives);
      for (const each of argumentsOf(field)) weigh(`${coordinate}(${each.name.value}:)`, each.directives);
      const size = field.directives?.find(({ name }) => name.value === names.listSize);
      if (!size) continue;
      const declared = declaredListSize(size);
      listSizes.set(coordinate, declared);
      for (const name of declared.sizedFields) sizedAbove.add(`${namedType(field.type)}.${name}`);
    }
  }
  return { weights, listSizes, sizedAbove };
}

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));

const isWeighable = (kind: Kind): boolean =>
  kind === Kind.ENUM_TYPE_DEFINITION || kind === Kind.SCALAR_TYPE_DEFINITION || kind === Kind.UNION_TYPE_DEFINITION;

const argumentsOf = (field: FieldDefinitionNode | InputValueDefinitionNode): readonly InputValueDefinitionNode[] =>
  field.kind === Kind.FIELD_DEFINITION ? (field.arguments ?? []) : [];

function declaredListSize(directive: ConstDirectiveNode): DeclaredListSize {
  const required = argument(directive, "requireOneSlicingArgument");
  return {
    assumedSize: numberOf(directive, "assumedSize"),
    slicingArguments: namesOf(directive, "slicingArguments"),
    sizedFields: namesOf(directive, "sizedFields"),
    requireOneSlicingArgument: required?.kind !== Kind.BOOLEAN || required.value,
  };
}

/** A number, which the specification of IBM also writes as a text. */
function numberOf(directive: ConstDirectiveNode | undefined, name: string): number | undefined {
  const value = directive && argument(directive, name);
  if (value?.kind !== Kind.INT && value?.kind !== Kind.FLOAT && value?.kind !== Kind.STRING) return undefined;
  const number = Number(value.value);
  return Number.isFinite(number) ? number : undefined;
}

function namesOf(directive: ConstDirectiveNode, name: string): readonly string[] {
  const value = argument(directive, name);
  const list: unknown = value && valueFromASTUntyped(value);
  return Array.isArray(list) ? list.filter((each): each is string => typeof each === "string") : [];
}
