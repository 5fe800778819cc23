import {
  GraphQLEnumType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLScalarType,
  isInterfaceType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLLeafType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from "graphql";

import { Raw } from "./held";

/**
 * Lets a slice's schema answer what it should not: values of the wrong type and, where it is lax, nulls. Fields get types of
 * their own, for GraphQL's scalars are shared by every schema of the process.
 */
export function wireSchema(schema: GraphQLSchema, lax: boolean): GraphQLSchema {
  const leaves = new Map<GraphQLLeafType, GraphQLLeafType>();
  const leaf = (type: GraphQLLeafType): GraphQLLeafType => {
    const known = leaves.get(type) ?? letThrough(type);
    leaves.set(type, known);
    return known;
  };
  const rewritten = (type: GraphQLOutputType): GraphQLOutputType => {
    if (isNonNullType(type)) {
      const inner = rewritten(type.ofType);
      return lax ? inner : new GraphQLNonNull(inner);
    }
    if (isListType(type)) return new GraphQLList(rewritten(type.ofType));
    return isLeafType(type) ? leaf(type) : type;
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || type.name.startsWith("_") || !(isObjectType(type) || isInterfaceType(type)))
      continue;
    for (const field of Object.values(type.getFields()))
      if (!field.name.startsWith("_")) field.type = rewritten(field.type);
  }
  return schema;
}

function letThrough(type: GraphQLLeafType): GraphQLLeafType {
  const copy =
    type instanceof GraphQLEnumType
      ? new GraphQLEnumType(type.toConfig())
      : new GraphQLScalarType<unknown, unknown>(type.toConfig());
  copy.serialize = (value: unknown) => (value instanceof Raw ? value.value : type.serialize(value));
  return copy;
}
