import { Kind, visit, type DocumentNode, type GraphQLSchema } from "graphql";

import { directiveDefaults } from "./directiveDefaults";
import type { PlanningFacts } from "./plannedDocument";

/** Reads from a supergraph what decides how operations are put to the planner. */
export function planningFacts(supergraph: DocumentNode, schema: GraphQLSchema): PlanningFacts {
  const fieldNames = new Set<string>();
  const interfaceObjects = new Set<string>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const { name } of definition.fields ?? []) fieldNames.add(name.value);
    const joined = (definition.directives ?? []).filter(({ name }) => name.value === "join__type");
    const isObjectSomewhere = joined.some(({ arguments: given = [] }) =>
      given.some(({ name, value }) => name.value === "isInterfaceObject" && value.kind === Kind.BOOLEAN && value.value),
    );
    if (isObjectSomewhere) interfaceObjects.add(definition.name.value);
  }
  const contextFields = contextFieldsOf(supergraph);
  return { schema, fieldNames, interfaceObjects, contextFields, directiveDefaults: directiveDefaults(schema) };
}

/** The names of the fields with arguments that `@fromContext` selects anywhere. */
function contextFieldsOf(supergraph: DocumentNode): ReadonlySet<string> {
  const selected = new Set<string>();
  const argued = new Set<string>();
  visit(supergraph, {
    [Kind.FIELD_DEFINITION]: {
      enter: ({ name, arguments: given = [] }) => {
        if (given.length > 0) argued.add(name.value);
      },
    },
    [Kind.OBJECT_FIELD]: ({ name, value }) => {
      if (name.value !== "selection" || value.kind !== Kind.STRING) return;
      for (const [word] of value.value.matchAll(/\w+/g)) selected.add(word);
    },
  });
  return new Set([...argued].filter((name) => selected.has(name)));
}
