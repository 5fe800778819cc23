import { Kind, type DocumentNode, type GraphQLSchema } from "graphql";

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
  return { schema, fieldNames, interfaceObjects, directiveDefaults: directiveDefaults(schema) };
}
