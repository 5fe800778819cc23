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
import { cappedCount } from "./cappedCount";
import { documentFold, type FieldPlace, type Fold } from "./documentFold";
import { limitError } from "./limitError";
import { pageSize, unstatedPage, type PageVariables } from "./pageSize";

/** What a list without a page argument is taken to hold. */
const unboundedList = 10;

interface ListSizeRequest {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  /** How many nodes an answer may hold. */
  readonly limit: number;
}

/**
 * Refuses an operation whose answer may hold more than `limit` nodes. Along a path the sizes of lists multiply, and
 * neighbours add up: 100 persons with 100 referrals each are 10,000 nodes. A function and not a validation rule,
 * because pages are mostly asked for by variables, which rules do not see.
 */
export function checkListSize(request: ListSizeRequest): readonly GraphQLError[] {
  const { schema, document, operationName, variables = {}, limit } = request;
  const node = getOperationAST(document, operationName);
  if (node == null) return [];
  const definitions = new Map((node.variableDefinitions ?? []).map((known) => [known.variable.name.value, known]));
  const actual = documentFold(document, nodes({ values: variables, definitions }), schema)(node);
  if (actual <= limit) return [];
  const finding = `The query may return ${actual} nodes`;
  return [limitError({ code: "QUERY_TOO_LARGE", finding, limit, actual, node })];
}

function nodes(variables: PageVariables): Fold<number> {
  return {
    nothing: 0,
    field(node, below, place) {
      const size = listSize(node, place, variables);
      return size === undefined ? below : cappedCount.multiply(size, Math.max(1, below));
    },
    join: cappedCount.add,
  };
}

/** How many nodes a field gives, or undefined where it gives one, or a value and no node. */
function listSize(node: FieldNode, place: FieldPlace, variables: PageVariables): number | undefined {
  const { definition, parentType } = place;
  const type = definition && getNamedType(definition.type);
  // Introspection reads the schema, whose size is ours and not the caller's.
  if (definition === undefined || !isCompositeType(type) || type.name.startsWith("__")) return undefined;
  if (definition.args.some(({ name }) => name === "first" || name === "last")) {
    return pageSize(node, definition, variables);
  }
  if (isConnection(type.name)) return unstatedPage;
  // The page was counted where the connection was asked for (Relay Cursor Connections, 2).
  return isListType(getNullableType(definition.type)) && !isConnection(parentType?.name) ? unboundedList : undefined;
}

function isConnection(typeName: string | undefined): boolean {
  return typeName?.endsWith("Connection") ?? false;
}
