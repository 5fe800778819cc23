import { Kind } from "graphql";

/** The type of each field of a supergraph, by type and field; and the types that operations start at, by operation. */
export function fieldTypes({ definitions }) {
  const named = (type) => (type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type));
  const fields = new Map(
    definitions
      .filter((each) => each.fields)
      .map((each) => [each.name.value, new Map(each.fields.map((field) => [field.name.value, named(field.type)]))]),
  );
  const { operationTypes = [] } = definitions.find(({ kind }) => kind === Kind.SCHEMA_DEFINITION) ?? {};
  const roots = Object.fromEntries(operationTypes.map(({ operation, type }) => [operation, type.name.value]));
  return { fields, roots };
}
