import { getVariableValues, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from "graphql";

/** What is wrong with a request's variables; undefined where nothing is. */
export function variableErrors(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): readonly GraphQLError[] | undefined {
  try {
    return getVariableValues(schema, variableDefinitions, variables).errors;
  } catch (error) {
    // An input type may hold itself, and a client may have nested it without end.
    if (!(error instanceof RangeError)) throw error;
    return [new GraphQLError("The variables nest too deeply.", { extensions: { code: "BAD_USER_INPUT" } })];
  }
}
