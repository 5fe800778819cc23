import { Kind, type DocumentNode, type OperationDefinitionNode, type SelectionSetNode } from "graphql";

/** The directives that decide which parts of a document hold. */
export const deciding: ReadonlySet<string> = new Set(["skip", "include", "defer"]);

/** A variable that decides which parts of a document hold, and the value that the operation gives it. */
export interface ConditionVariable {
  readonly name: string;
  readonly byDefault: boolean;
}

const kept = new WeakMap<OperationDefinitionNode, readonly ConditionVariable[]>();

/** The variables that decide which parts of a document hold, in the order in which they first do. */
export function conditionVariables(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly ConditionVariable[] {
  const known = kept.get(operation);
  if (known) return known;
  const names = new Set<string>();
  for (const definition of document.definitions)
    if ("selectionSet" in definition) addVariables(definition.selectionSet, names);
  const found = [...names].map((name) => ({ name, byDefault: defaultOf(operation, name) }));
  kept.set(operation, found);
  return found;
}

function addVariables({ selections }: SelectionSetNode, names: Set<string>): void {
  for (const selection of selections) {
    for (const { name, arguments: given } of selection.directives ?? []) {
      if (!deciding.has(name.value)) continue;
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    }
    if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet) addVariables(selection.selectionSet, names);
  }
}

function defaultOf({ variableDefinitions = [] }: OperationDefinitionNode, name: string): boolean {
  const definition = variableDefinitions.find(({ variable }) => variable.name.value === name);
  return definition?.defaultValue?.kind === Kind.BOOLEAN && definition.defaultValue.value;
}

/** The variables that are true for a request. */
export function trueConditions(
  conditions: readonly ConditionVariable[],
  variables: Readonly<Record<string, unknown>>,
): ReadonlySet<string> {
  const holding = conditions.filter(
    ({ name, byDefault }) => ((Object.hasOwn(variables, name) ? variables[name] : undefined) ?? byDefault) === true,
  );
  return new Set(holding.map(({ name }) => name));
}
