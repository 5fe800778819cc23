import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/** Where a field stands in the schema, as far as a schema was given and knows it. */
export interface FieldPlace {
  readonly parentType: GraphQLCompositeType | undefined;
  readonly definition: GraphQLField<unknown, unknown> | undefined;
}

/** A measure of a document: what one field adds to what lies below it, and how neighbours come together. */
export interface Fold<T> {
  readonly nothing: T;
  readonly field: (node: FieldNode, below: T, place: FieldPlace) => T;
  readonly join: (left: T, right: T) => T;
}

/**
 * Measures operations as if every fragment were written out where it is spread, yet visits each field of the
 * document once. A fragment's measure depends on nothing outside it, so it is taken once and reused; that is what
 * keeps a document small enough to send from costing 2^n to measure. A fragment that spreads itself adds nothing:
 * graphql-js refuses such a document with an error of its own (NoFragmentCycles).
 */
export function documentFold<T>(
  document: DocumentNode,
  fold: Fold<T>,
  schema?: GraphQLSchema,
): (operation: OperationDefinitionNode) => T {
  const fragments = fragmentsOf(document);
  const measured = new Map<string, T>();

  const ofFragment = (name: string): T => {
    const fragment = fragments.get(name);
    if (fragment !== undefined && !measured.has(name)) {
      measured.set(name, fold.nothing);
      measured.set(name, ofSet(fragment.selectionSet, typeNamed(schema, fragment.typeCondition.name.value)));
    }
    return measured.get(name) ?? fold.nothing;
  };
  const ofField = (node: FieldNode, parentType: GraphQLCompositeType | undefined): T => {
    const definition = definitionOf(parentType, node.name.value);
    const type = definition && getNamedType(definition.type);
    const below = ofSet(node.selectionSet, isCompositeType(type) ? type : undefined);
    return fold.field(node, below, { parentType, definition });
  };
  const ofSelection = (node: SelectionNode, parentType: GraphQLCompositeType | undefined): T => {
    if (node.kind === Kind.FIELD) return ofField(node, parentType);
    if (node.kind === Kind.FRAGMENT_SPREAD) return ofFragment(node.name.value);
    const condition = node.typeCondition?.name.value;
    return ofSet(node.selectionSet, condition === undefined ? parentType : typeNamed(schema, condition));
  };
  const ofSet = (set: SelectionSetNode | undefined, parentType: GraphQLCompositeType | undefined): T =>
    (set?.selections ?? []).reduce((sum, node) => fold.join(sum, ofSelection(node, parentType)), fold.nothing);

  return ({ operation, selectionSet }) => ofSet(selectionSet, schema?.getRootType(operation) ?? undefined);
}

/** Every operation of a document, whichever of them is going to run. */
export function operationsOf(document: DocumentNode): readonly OperationDefinitionNode[] {
  return document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const definitions = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(definitions.map((definition) => [definition.name.value, definition]));
}

function typeNamed(schema: GraphQLSchema | undefined, name: string): GraphQLCompositeType | undefined {
  const type = schema?.getType(name);
  return isCompositeType(type) ? type : undefined;
}

function definitionOf(
  parentType: GraphQLCompositeType | undefined,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(parentType) || isInterfaceType(parentType) ? parentType.getFields()[name] : undefined;
}
