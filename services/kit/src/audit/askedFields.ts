import { TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema } from "graphql";

const known = new WeakMap<DocumentNode, readonly string[]>();

/** The fields that a document names, as `Type.field`, once each. Documents are cached by the server, so this is too. */
export function askedFields(schema: GraphQLSchema, document: DocumentNode): readonly string[] {
  const before = known.get(document);
  if (before) return before;
  const fields = new Set<string>();
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field(node) {
        const parent = typeInfo.getParentType();
        if (parent) fields.add(`${parent.name}.${node.name.value}`);
      },
    }),
  );
  const asked = [...fields];
  known.set(document, asked);
  return asked;
}
