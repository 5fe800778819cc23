import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from "graphql";

import type { CompiledFetch } from "./compiledFetch";

/** Fetches that ask the same of their entities: one list of entities, one field of the request. */
export interface RequestPart {
  readonly members: readonly CompiledFetch[];
  /** The field's response name where the request has several. */
  readonly alias: string;
  /** The request's body up to the list of entities, where this part is asked alone. */
  readonly alone: RequestText;
}

/** A request's body but for its variables. */
export interface RequestText {
  readonly query: string;
  /** `{"query":"…","variables":{` */
  readonly start: string;
}

/** What a group of fetches sends: the parts, and the request that asks all of them. */
export interface GroupRequest {
  readonly parts: readonly RequestPart[];
  readonly together: RequestText | null;
  /** The client's variables that any part uses. */
  readonly variables: readonly string[];
}

/** Joins the operations of fetches to one slice: each part's `_entities` under an alias, with a variable of its own. */
export function groupRequest(group: readonly CompiledFetch[]): GroupRequest {
  const parts = partsOf(group);
  const variables = [...new Set(group.flatMap((each) => each.variables))];
  return { parts, together: parts.length > 1 ? requestText(print(joined(parts))) : null, variables };
}

function requestText(operation: string): RequestText {
  const query = stripIgnoredCharacters(operation);
  return { query, start: `{"query":${JSON.stringify(query)},"variables":{` };
}

function partsOf(group: readonly CompiledFetch[]): readonly RequestPart[] {
  const alike = new Map<string, CompiledFetch[]>();
  for (const fetch of group) {
    const { operation, requires, inputRewrites, outputRewrites } = fetch.node;
    // Where the answer holds objects, later fetches could ask different things of one object that two places share.
    const own = isFlat(operation) ? "" : fetch.id;
    const key = JSON.stringify([operation, requires, inputRewrites, outputRewrites, own]);
    const known = alike.get(key);
    if (known) known.push(fetch);
    else alike.set(key, [fetch]);
  }
  return [...alike.values()].map((members, index) => ({
    members,
    alias: `_${index}`,
    alone: requestText(members[0]?.node.operation ?? ""),
  }));
}

const operationOf = (document: DocumentNode): OperationDefinitionNode =>
  document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;

/** Whether an operation's entities are answered with values only. */
function isFlat(operation: string): boolean {
  let flat = true;
  let depth = 0;
  visit(parse(operation, { noLocation: true }), {
    [Kind.FIELD]: {
      enter: ({ selectionSet }) => {
        if (depth > 0 && selectionSet) flat = false;
        depth += 1;
      },
      leave: () => {
        depth -= 1;
      },
    },
  });
  return flat;
}

function joined(parts: readonly RequestPart[]): DocumentNode {
  const operations = parts.map(({ members, alias }) => aliased(members[0]?.node.operation ?? "", alias));
  const definitions = new Map<string, VariableDefinitionNode>();
  for (const { variableDefinitions = [] } of operations)
    for (const definition of variableDefinitions) definitions.set(definition.variable.name.value, definition);
  const [first] = operations;
  if (!first) throw new RangeError("A request joins at least one part.");
  const selections = operations.flatMap(({ selectionSet }) => selectionSet.selections);
  const operation: OperationDefinitionNode = {
    ...first,
    variableDefinitions: [...definitions.values()],
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
  return { kind: Kind.DOCUMENT, definitions: [operation] };
}

/** The operation with its `_entities` under the alias, and the variable of its entities named after it. */
function aliased(operation: string, alias: string): OperationDefinitionNode {
  const renamed = visit(parse(operation, { noLocation: true }), {
    [Kind.VARIABLE]: (node) =>
      node.name.value === "representations" ? { ...node, name: { kind: Kind.NAME, value: alias } } : undefined,
  });
  const { selectionSet, ...rest } = operationOf(renamed);
  const selections = selectionSet.selections.map((each): FieldNode => ({
    ...(each as FieldNode),
    alias: { kind: Kind.NAME, value: alias },
  }));
  return { ...rest, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}
