import {
  isInterfaceType,
  Kind,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

import { deferredFragments, type DeferredFragment } from "../defer/deferredFragments";
import { deciding } from "./conditions";
import { withDefaults, type DirectiveDefaults } from "./directiveDefaults";
import { isEmptySet, withoutConditions } from "./withoutConditions";

/** What of a supergraph decides how an operation is put to the planner. */
export interface PlanningFacts {
  readonly schema: GraphQLSchema;
  /** The names of all fields. */
  readonly fieldNames: ReadonlySet<string>;
  /** What directives of slices are given where a client gives nothing: a slice may know no such default. */
  readonly directiveDefaults: DirectiveDefaults;
  /** Fields with arguments that slices are given the values of (`@fromContext`): the plan asks for them beside the client's. */
  readonly contextFields: ReadonlySet<string>;
  /** Interfaces that some slice knows as one object type (`@interfaceObject`). */
  readonly interfaceObjects: ReadonlySet<string>;
}

/** An operation as it is planned and written. */
export interface PlannedDocument {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The deferred fragments by the labels that the plan has for them. */
  readonly deferred: ReadonlyMap<string, DeferredFragment>;
  /** What the planner gets. */
  readonly text: string;
  /** What the client's variables are called here, where it is another name. */
  readonly variables: ReadonlyMap<string, string>;
  /** What the client calls a response name of this document, where it is another one. */
  readonly responseNames: ReadonlyMap<string, string>;
}

/**
 * Names that requests to slices give their own variables: entities, the parts of a request, values from above an entity; and
 * those that start as the names do that the client's get instead.
 */
const takenVariable = /^(representations|_\d+|contextualArgument_.*|client_.*)$/;

/** How the names start that aliases get instead. */
const otherName = "as__";

/** An operation of a request. */
export interface AskedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The variables on which conditions depend and that are true. */
  readonly holding: ReadonlySet<string>;
  readonly deferring: boolean;
}

/**
 * The operation with the fragments of its document, for one combination of its conditions, without names that the plan
 * needs for itself: what is fetched beside the client's fields, keys and requirements, lands in the same objects under the
 * fields' own names, so that a client's alias may not be one of them.
 */
export function plannedDocument(
  { document: given, operation: asked, ...conditions }: AskedOperation,
  facts: PlanningFacts,
): PlannedDocument {
  const definitions = given.definitions.filter((each) => each === asked || each.kind === Kind.FRAGMENT_DEFINITION);
  const variables = new Map<string, string>();
  const responseNames = new Map<string, string>();
  for (const { variable } of asked.variableDefinitions ?? []) {
    const { value } = variable.name;
    if (takenVariable.test(value)) variables.set(value, `client_${value}`);
  }
  if (variables.size === 0 && !conditions.deferring && isPlain(definitions, facts)) {
    const document: DocumentNode = { ...given, definitions };
    return { document, operation: asked, ...{ variables, responseNames }, deferred: new Map(), text: print(document) };
  }
  const decided = withoutConditions({ ...given, definitions }, conditions);
  const named = withVariables(withDefaults(decided, facts.directiveDefaults), variables);
  const document = visit<DocumentNode>(named, {
    [Kind.FIELD]: (node) => {
      // What the schema says of itself is not merged with what slices say.
      if (node.name.value === "__schema" || node.name.value === "__type") return false;
      const alias = node.alias?.value ?? node.name.value;
      const isOwn = alias === node.name.value ? facts.contextFields.has(alias) : isPlansOwn(alias, facts.fieldNames);
      if (!isOwn) return undefined;
      const value = `${otherName}${alias}`;
      responseNames.set(value, alias);
      return { ...node, alias: { kind: Kind.NAME, value } };
    },
  });
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION) ?? asked;
  if (!conditions.deferring)
    return { document, operation, ...{ variables, responseNames }, deferred: new Map(), text: textOf(document, facts) };
  const labelled = deferredFragments(document, operation);
  const written: DocumentNode = { kind: Kind.DOCUMENT, definitions: [labelled.operation] };
  const planned = { document: written, operation: labelled.operation, text: textOf(written, facts) };
  return { ...planned, ...{ variables, responseNames }, deferred: labelled.fragments };
}

/** Whether the planner takes definitions as they are: no condition, no name that is its own, no type that only it asks. */
function isPlain(definitions: readonly DefinitionNode[], facts: PlanningFacts): boolean {
  const { fieldNames, interfaceObjects, directiveDefaults, contextFields } = facts;
  const plain = ({ selections }: SelectionSetNode): boolean =>
    selections.every((each) => {
      if (each.directives?.some(({ name }) => deciding.has(name.value))) return false;
      const alias = each.kind === Kind.FIELD && each.alias?.value !== each.name.value ? each.alias?.value : undefined;
      if (alias !== undefined && isPlansOwn(alias, fieldNames)) return false;
      return each.kind === Kind.FRAGMENT_SPREAD || !each.selectionSet || plain(each.selectionSet);
    });
  return (
    directiveDefaults.size + interfaceObjects.size + contextFields.size === 0 &&
    definitions.every((each) => !("selectionSet" in each) || plain(each.selectionSet))
  );
}

/** Whether what a plan fetches beside the client's fields may have a name, or what is renamed for it. */
const isPlansOwn = (name: string, fieldNames: ReadonlySet<string>): boolean =>
  fieldNames.has(name) || name === "__typename" || name.startsWith(otherName);

function withVariables(document: DocumentNode, names: ReadonlyMap<string, string>): DocumentNode {
  if (names.size === 0) return document;
  return visit<DocumentNode>(document, {
    [Kind.VARIABLE]: (node) => {
      const value = names.get(node.name.value);
      return value === undefined ? undefined : { ...node, name: { kind: Kind.NAME, value } };
    },
  });
}

const textOf = (document: DocumentNode, facts: PlanningFacts): string => print(withTypenames(document, facts));

/**
 * Asks for the concrete type where fragments depend on it and a slice knows only the interface, which the planner would not,
 * and where conditions left nothing of a selection.
 */
function withTypenames(document: DocumentNode, { schema, interfaceObjects }: PlanningFacts): ASTNode {
  const filled = (node: SelectionSetNode): SelectionSetNode | undefined =>
    isEmptySet(node) ? { ...node, selections: [typename] } : undefined;
  if (interfaceObjects.size === 0) return visit(document, { [Kind.SELECTION_SET]: { leave: filled } });
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      [Kind.SELECTION_SET]: {
        leave: (node) => {
          const parent = types.getParentType();
          if (!isInterfaceType(parent) || !interfaceObjects.has(parent.name) || !hasConditions(node))
            return filled(node);
          return { ...node, selections: [typename, ...node.selections] };
        },
      },
    }),
  );
}

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

const hasConditions = ({ selections }: SelectionSetNode): boolean => selections.some(({ kind }) => kind !== Kind.FIELD);
