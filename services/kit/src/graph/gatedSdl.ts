import {
  Kind,
  parse,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from "graphql";

const gates = new Set(["authenticated", "requiresScopes", "policy"]);

const isObject = (definition: DocumentNode["definitions"][number]): definition is ObjectTypeDefinitionNode =>
  definition.kind === Kind.OBJECT_TYPE_DEFINITION;

/**
 * Completes the coarse gates of a slice's SDL, so that no room has to think of it: a list asks for what its items ask, for
 * its length tells of them, and every action asks for the scope without which a token changes nothing.
 */
export function gatedSdl(sdl: DocumentNode): DocumentNode {
  const byName = new Map(sdl.definitions.filter(isObject).map((type) => [type.name.value, type]));
  const itemOf = (type: ObjectTypeDefinitionNode | undefined, field: string): ObjectTypeDefinitionNode | undefined => {
    const found = type?.fields?.find(({ name }) => name.value === field);
    return found && byName.get(namedType(found.type));
  };
  return visit(sdl, {
    ObjectTypeDefinition(type) {
      if (type.name.value === "Mutation") return withWritingScope(type);
      const edge = type.name.value.endsWith("Connection") ? itemOf(type, "edges") : type;
      const item = type.name.value.endsWith("Edge") || edge !== type ? itemOf(edge, "node") : undefined;
      const asked = (item?.directives ?? []).filter(({ name }) => gates.has(name.value));
      return asked.length === 0 ? undefined : { ...type, directives: [...(type.directives ?? []), ...asked] };
    },
  });
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

function withWritingScope(type: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode {
  const fields = type.fields?.map((field) => ({ ...field, directives: [...(field.directives ?? []), writing] }));
  return { ...type, ...(fields && { fields }) };
}

const writing = parse('type T @requiresScopes(scopes: [["corespond.write"]])')
  .definitions.filter(isObject)
  .flatMap(({ directives }) => directives ?? [])[0] as ConstDirectiveNode;
