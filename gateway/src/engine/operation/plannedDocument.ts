import { Kind, print, visit, type DocumentNode, type OperationDefinitionNode } from "graphql";

/** An operation as the planner gets it, and its variables' names there. */
export interface PlannedDocument {
  readonly text: string;
  /** What the planner calls a variable of the client, where it is another name. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** Names that requests to slices give their own variables: entities, the parts of a request, values from above an entity. */
const taken = /^(representations|_\d+|contextualArgument_.*)$/;

/** The operation with the fragments of its document; no variable has a name that a request to a slice needs. */
export function plannedDocument(document: DocumentNode, operation: OperationDefinitionNode): PlannedDocument {
  const clashing = (operation.variableDefinitions ?? [])
    .map(({ variable }) => variable.name.value)
    .filter((name) => taken.test(name));
  const renamed = new Map(clashing.map((name) => [name, `client_${name}`]));
  const definitions = document.definitions.filter(
    (each) => each === operation || each.kind === Kind.FRAGMENT_DEFINITION,
  );
  const planned = visit(
    { ...document, definitions },
    {
      [Kind.VARIABLE]: (node) => {
        const name = renamed.get(node.name.value);
        return name === undefined ? undefined : { ...node, name: { kind: Kind.NAME, value: name } };
      },
    },
  );
  return { text: print(renamed.size === 0 ? { ...document, definitions } : planned), renamed };
}
