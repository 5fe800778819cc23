import {
  getNamedType,
  getNullableType,
  getOperationAST,
  isCompositeType,
  isListType,
  type DocumentNode,
  type FieldNode,
  type GraphQLError,
  type GraphQLSchema,
} from "graphql";
import { noCosts, type CostModel } from "../demand/costModel";
import { expectedSize } from "../demand/expectedSize";
import { cappedCount } from "./cappedCount";
import { documentFold, type FieldPlace, type Fold } from "./documentFold";
import { limitError } from "./limitError";
import { isConnection } from "./isConnection";
import { OperationVariables } from "./operationVariables";
import { pageSize, unstatedPage } from "./pageSize";

/** What a list without a page argument is taken to hold. */
const unboundedList = 10;

interface ListSizeRequest {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  /** How many nodes an answer may hold. */
  readonly limit: number;
  /** What the supergraph declares about sizes. Default: nothing. */
  readonly model?: CostModel;
}

/**
 * Refuses an operation whose answer may hold more than `limit` nodes. Along a path the sizes of lists multiply, and
 * neighbours add up: 100 persons with 100 referrals each are 10,000 nodes. A function and not a validation rule,
 * because pages are mostly asked for by variables, which rules do not see.
 */
export function checkListSize(request: ListSizeRequest): readonly GraphQLError[] {
  const { schema, document, operationName, variables = {}, limit, model = noCosts } = request;
  const node = getOperationAST(document, operationName);
  if (node == null) return [];
  const given = new OperationVariables(node, variables);
  const actual = documentFold(document, nodes(given, model), schema)(node);
  if (actual <= limit) return [];
  const finding = `The query may return ${actual} nodes`;
  return [limitError({ code: "QUERY_TOO_LARGE", finding, limit, actual, node })];
}

function nodes(variables: OperationVariables, model: CostModel): Fold<number> {
  return {
    nothing: 0,
    field(node, below, place) {
      const size = declaredSize(node, place, { variables, model }) ?? listSize(node, place, { variables, model });
      return size === undefined ? below : cappedCount.multiply(size, Math.max(1, below));
    },
    join: cappedCount.add,
  };
}

interface Sizing {
  readonly variables: OperationVariables;
  readonly model: CostModel;
}

/** What the supergraph's `@listSize` says, where there is one. */
function declaredSize(node: FieldNode, { definition, parentType }: FieldPlace, sizing: Sizing): number | undefined {
  const coordinate = `${parentType?.name ?? ""}.${node.name.value}`;
  if (!definition || !sizing.model.listSizes.has(coordinate)) return undefined;
  return expectedSize({ node, definition, coordinate }, sizing.model, sizing.variables).size;
}

/** How many nodes a field gives, or undefined where it gives one, or a value and no node. */
function listSize(node: FieldNode, place: FieldPlace, { variables, model }: Sizing): number | undefined {
  const { definition, parentType } = place;
  const type = definition && getNamedType(definition.type);
  // Introspection reads the schema, whose size is ours and not the caller's.
  if (definition === undefined || !isCompositeType(type) || type.name.startsWith("__")) return undefined;
  if (definition.args.some(({ name }) => name === "first" || name === "last")) {
    return pageSize(node, definition, variables);
  }
  if (isConnection(type.name)) return unstatedPage;
  if (model.sizedAbove.has(`${parentType?.name ?? ""}.${node.name.value}`)) return undefined;
  // The page was counted where the connection was asked for (Relay Cursor Connections, 2).
  return isListType(getNullableType(definition.type)) && !isConnection(parentType?.name) ? unboundedList : undefined;
}
