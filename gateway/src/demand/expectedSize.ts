import { getNamedType, type FieldNode, type GraphQLField } from "graphql";

import { isConnection } from "../limits/isConnection";
import type { OperationVariables } from "../limits/operationVariables";
import { unstatedPage } from "../limits/pageSize";
import type { CostModel, DeclaredListSize } from "./costModel";

/** How long a field's list is expected to be, and whether it is the list or names the fields that are. */
export interface ExpectedSize {
  readonly size: number | undefined;
  readonly sizedFields: readonly string[];
  /** How many slicing arguments were given where exactly one is required. */
  readonly ambiguous?: number;
}

interface SizedField {
  readonly node: FieldNode;
  readonly coordinate: string;
  readonly definition: GraphQLField<unknown, unknown>;
}

/**
 * What `@listSize` says of a field under a request's variables: the largest of its slicing arguments, else the assumed size.
 * Where nothing is declared, a Relay connection is taken as one that declares its page.
 */
export function expectedSize(field: SizedField, model: CostModel, variables: OperationVariables): ExpectedSize {
  const declared = model.listSizes.get(field.coordinate) ?? byConvention(field.definition);
  if (!declared) return { size: undefined, sizedFields: [] };
  const slices = slicesOf(field, declared, variables);
  const { requireOneSlicingArgument, slicingArguments, sizedFields, assumedSize } = declared;
  const size = slices.length > 0 ? Math.max(0, ...slices) : assumedSize;
  const ambiguous = requireOneSlicingArgument && slicingArguments.length > 0 && slices.length !== 1;
  return { size, sizedFields, ...(ambiguous && { ambiguous: slices.length }) };
}

function slicesOf(
  { node, definition }: SizedField,
  { slicingArguments }: DeclaredListSize,
  variables: OperationVariables,
): readonly number[] {
  return slicingArguments.flatMap((name) => {
    const given = node.arguments?.find((each) => each.name.value === name);
    const value = given && variables.valueOf(given.value);
    const fallback = definition.args.find((each) => each.name === name)?.defaultValue;
    const size = value === undefined ? fallback : value;
    return typeof size === "number" ? [size] : [];
  });
}

const pageArguments: ReadonlySet<string> = new Set(["first", "last"]);

const relayConnection: DeclaredListSize = {
  assumedSize: unstatedPage,
  slicingArguments: [...pageArguments],
  sizedFields: ["edges", "nodes"],
  requireOneSlicingArgument: false,
};

/** Relay Cursor Connections, sections 2 and 4; a list that is paged by itself is sized itself. */
function byConvention({ type, args }: GraphQLField<unknown, unknown>): DeclaredListSize | undefined {
  if (isConnection(getNamedType(type).name)) return relayConnection;
  return args.some(({ name }) => pageArguments.has(name)) ? { ...relayConnection, sizedFields: [] } : undefined;
}
