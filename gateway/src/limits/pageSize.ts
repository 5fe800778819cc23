import type { FieldNode, GraphQLField } from "graphql";

import type { OperationVariables } from "./operationVariables";

/** What a connection gives where nobody says how much: the default of its slices. */
export const unstatedPage = 20;

/** The longest page that a slice gives. */
const longestPage = 100;

/** How many items a field's `first` or `last` asks for; the longest page where the value is not a number. */
export function pageSize(
  node: FieldNode,
  definition: GraphQLField<unknown, unknown>,
  variables: OperationVariables,
): number {
  const asked = ["first", "last"].flatMap((name) => {
    const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
    const value = given && variables.valueOf(given);
    return value ?? definition.args.find((argument) => argument.name === name)?.defaultValue ?? [];
  });
  return asked.length === 0 ? unstatedPage : Math.max(...asked.map(boundedSize));
}

function boundedSize(value: unknown): number {
  return typeof value === "number" && Number.isInteger(value) ? Math.max(0, value) : longestPage;
}
