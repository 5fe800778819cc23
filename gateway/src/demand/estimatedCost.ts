import {
  getNullableType,
  isListType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";

import { cappedCount } from "../limits/cappedCount";
import { documentFold, type FieldPlace, type Fold } from "../limits/documentFold";
import { argumentsCost } from "./argumentCost";
import { costError } from "./costError";
import type { CostModel } from "./costModel";
import { expectedSize } from "./expectedSize";
import { fieldWeight } from "./fieldWeight";
import type { OperationVariables } from "../limits/operationVariables";

/** What every mutation costs beside its fields. */
export const mutationCost = 10;

/** The rules of an estimate. */
export interface EstimateRules {
  /** The supergraph as a schema: what is inaccessible to clients has weights too. */
  readonly schema: GraphQLSchema;
  readonly model: CostModel;
  /** What a list holds of which nothing else is known. */
  readonly listSize: number;
}

/** A selection's cost; its lists apart, for the field above may say how long they are. */
interface SelectionCost {
  readonly fixed: number;
  readonly lists: readonly ListCost[];
}

interface ListCost {
  readonly field: string;
  readonly each: number;
  readonly size: number;
}

/**
 * What an operation may cost at most: the sum over its fields of arguments, and of weight and selection times the expected
 * number of values. A fragment is measured once, however often it is spread. Throws a `GraphQLError` where a field needs
 * exactly one slicing argument and another number is given.
 */
export function estimatedCost(
  { document, operation }: { readonly document: DocumentNode; readonly operation: OperationDefinitionNode },
  variables: OperationVariables,
  rules: EstimateRules,
): number {
  const base = operation.operation === OperationTypeNode.MUTATION ? mutationCost : 0;
  const cost = documentFold(document, costFold(rules, variables), rules.schema)(operation);
  return cappedCount.add(base, total(cost, [], undefined));
}

const nothing: SelectionCost = { fixed: 0, lists: [] };

function costFold({ model, listSize }: EstimateRules, variables: OperationVariables): Fold<SelectionCost> {
  return {
    nothing,
    field: (node, below, place) => fieldCost({ node, below, place }, { model, listSize, variables }),
    join: (left, right) => ({
      fixed: cappedCount.add(left.fixed, right.fixed),
      lists: joinedLists(left.lists, right.lists),
    }),
  };
}

/** Lists of one field and size as one: a fragment that is spread twice, again and again, holds no more of them. */
function joinedLists(left: readonly ListCost[], right: readonly ListCost[]): readonly ListCost[] {
  if (left.length === 0 || right.length === 0) return left.length === 0 ? right : left;
  const joined = new Map(left.map((list) => [`${list.field} ${list.size}`, list]));
  for (const list of right) {
    const key = `${list.field} ${list.size}`;
    joined.set(key, { ...list, each: cappedCount.add(joined.get(key)?.each ?? 0, list.each) });
  }
  return [...joined.values()];
}

interface FoldedField {
  readonly node: FieldNode;
  readonly below: SelectionCost;
  readonly place: FieldPlace;
}

function fieldCost(
  { node, below, place }: FoldedField,
  {
    model,
    listSize,
    variables,
  }: Pick<EstimateRules, "model" | "listSize"> & { readonly variables: OperationVariables },
): SelectionCost {
  const { definition, parentType } = place;
  if (!definition || !parentType || isNeverRun(node)) return nothing;
  const field = { node, definition, coordinate: `${parentType.name}.${node.name.value}` };
  const { size, sizedFields, ambiguous } = expectedSize(field, model, variables);
  if (ambiguous !== undefined) throw ambiguousSize(field, ambiguous);
  const each = cappedCount.add(fieldWeight(field.coordinate, definition, model), total(below, sizedFields, size));
  const given = argumentsCost(field, model, variables);
  return isListType(getNullableType(definition.type))
    ? { fixed: given, lists: [{ field: node.name.value, each, size: size ?? listSize }] }
    : { fixed: cappedCount.add(given, each), lists: [] };
}

function ambiguousSize({ node, coordinate }: { readonly node: FieldNode; readonly coordinate: string }, given: number) {
  const finding = `The field "${coordinate}" needs exactly one of its slicing arguments, but got: ${String(given)}`;
  return costError({ code: "COST_QUERY_PARSE_FAILURE", finding, node, actual: given, limit: 1 });
}

function total({ fixed, lists }: SelectionCost, sizedFields: readonly string[], size: number | undefined): number {
  return lists.reduce((sum, list) => {
    const length = size !== undefined && sizedFields.includes(list.field) ? size : list.size;
    return cappedCount.add(sum, cappedCount.multiply(length, list.each));
  }, fixed);
}

/** A field that its document itself leaves out; one that a variable may leave out counts. */
function isNeverRun({ directives = [] }: FieldNode): boolean {
  return directives.some(({ name, arguments: given = [] }) => {
    const condition = given.find((each) => each.name.value === "if")?.value;
    if (condition?.kind !== Kind.BOOLEAN) return false;
    return name.value === "skip" ? condition.value : name.value === "include" && !condition.value;
  });
}
