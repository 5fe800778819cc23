import { isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType } from "graphql";
import type { GraphQLNamedType, GraphQLSchema } from "graphql";

/** One element of a schema that can carry a description. */
export interface SchemaElement {
  /** E.g. `Person`, `Person.calls`, `Person.calls(first:)`, `AgencyKind.DISPATCH`. */
  readonly coordinate: string;
  readonly description: string | undefined;
}

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

/** Every type, field, argument, enum value and input field of a schema. */
export function schemaElements(schema: GraphQLSchema): readonly SchemaElement[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && type.astNode != null)
    .flatMap((type) => [element(type.name, type), ...members(type)]);
}

function members(type: GraphQLNamedType): readonly SchemaElement[] {
  if (isObjectType(type) || isInterfaceType(type)) {
    return Object.values(type.getFields()).flatMap((field) => [
      element(`${type.name}.${field.name}`, field),
      ...field.args.map((arg) => element(`${type.name}.${field.name}(${arg.name}:)`, arg)),
    ]);
  }
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => element(`${type.name}.${field.name}`, field));
  if (isEnumType(type)) return type.getValues().map((value) => element(`${type.name}.${value.name}`, value));
  return [];
}

function element(coordinate: string, { description }: Described): SchemaElement {
  return { coordinate, description: description?.trim() || undefined };
}
