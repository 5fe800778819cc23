import {
  Kind,
  valueFromASTUntyped,
  type FieldNode,
  type GraphQLField,
  type ValueNode,
  type VariableDefinitionNode,
} from "graphql";

/** What a connection gives where nobody says how much: the default of its slices. */
export const unstatedPage = 20;

/** The longest page that a slice gives. */
const longestPage = 100;

/** The variables of a request, and how its operation declares them. */
export interface PageVariables {
  readonly values: Readonly<Record<string, unknown>>;
  readonly definitions: ReadonlyMap<string, VariableDefinitionNode>;
}

/** How many items a field's `first` or `last` asks for; the longest page where the value is not a number. */
export function pageSize(
  node: FieldNode,
  definition: GraphQLField<unknown, unknown>,
  variables: PageVariables,
): number {
  const asked = ["first", "last"].flatMap((name) => {
    const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
    const value = given === undefined ? undefined : valueOf(given, variables);
    return value ?? definition.args.find((argument) => argument.name === name)?.defaultValue ?? [];
  });
  return asked.length === 0 ? unstatedPage : Math.max(...asked.map(boundedSize));
}

function valueOf(node: ValueNode, { values, definitions }: PageVariables): unknown {
  if (node.kind !== Kind.VARIABLE) return valueFromASTUntyped(node);
  const name = node.name.value;
  if (Object.hasOwn(values, name)) return values[name];
  const fallback = definitions.get(name)?.defaultValue;
  return fallback === undefined ? undefined : valueFromASTUntyped(fallback);
}

function boundedSize(value: unknown): number {
  return typeof value === "number" && Number.isInteger(value) ? Math.max(0, value) : longestPage;
}
