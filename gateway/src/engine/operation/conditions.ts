import {
  Kind,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from "graphql";

const deciding = new Set(["skip", "include", "defer"]);

/** The variables that decide which parts of a document hold, in the order in which they first do. */
export function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    [Kind.DIRECTIVE]: ({ name, arguments: given }) => {
      if (!deciding.has(name.value)) return;
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** The operation's own values of boolean variables. */
export function booleanDefaults({ variableDefinitions = [] }: OperationDefinitionNode): ReadonlyMap<string, boolean> {
  return new Map(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.BOOLEAN ? [[variable.name.value, defaultValue.value] as const] : [],
    ),
  );
}

/** Tells whether a variable is true. */
export type IsTrue = (variable: string) => boolean;

/** Whether `@skip` and `@include` leave a selection in (GraphQL, section 3.13). */
export function isIncluded({ directives = [] }: SelectionNode, isTrue: IsTrue): boolean {
  return directives.every((directive) => {
    const { value: name } = directive.name;
    if (name === "skip") return !condition(directive, isTrue);
    return name !== "include" || condition(directive, isTrue);
  });
}

/** Whether `@defer` puts a selection off. */
export function isDeferred({ directives = [] }: SelectionNode, isTrue: IsTrue): boolean {
  return directives.some((directive) => directive.name.value === "defer" && condition(directive, isTrue));
}

function condition({ arguments: given = [] }: DirectiveNode, isTrue: IsTrue): boolean {
  const value = given.find(({ name }) => name.value === "if")?.value;
  if (value?.kind === Kind.VARIABLE) return isTrue(value.name.value);
  return value?.kind !== Kind.BOOLEAN || value.value;
}
