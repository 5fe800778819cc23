import { Kind, parse, type ASTNode, type OperationDefinitionNode, type SelectionSetNode } from "graphql";

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

/**
 * Joins the operations of fetches to one slice: each part's `_entities` under an alias, with a variable of its own. The
 * planner's texts are as short as they can be, and are put together from their pieces as they are.
 */
export function groupRequest(group: readonly CompiledFetch[]): GroupRequest {
  const read = new Map<string, EntityOperation>();
  const parts = partsOf(group, read);
  const variables = [...new Set(group.flatMap((each) => each.variables))];
  return { parts, together: parts.length > 1 ? requestText(joined(parts, read)) : null, variables };
}

const requestText = (query: string): RequestText => ({
  query,
  start: `{"query":${JSON.stringify(query)},"variables":{`,
});

function partsOf(group: readonly CompiledFetch[], read: Map<string, EntityOperation>): readonly RequestPart[] {
  const alike = new Map<string, CompiledFetch[]>();
  for (const fetch of group) {
    const { operation, operationName, requires, inputRewrites, outputRewrites } = fetch.node;
    // The planner numbers the names of its operations.
    const asked = operationName === undefined ? operation : operation.replace(operationName, "");
    // Where the answer holds objects, later fetches could ask different things of one object that two places share.
    const own = group.length === 1 || entityOperation(operation, read).isFlat ? "" : fetch.id;
    const key = JSON.stringify([asked, requires, inputRewrites, outputRewrites, own]);
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

/** The pieces of an operation that asks of entities. */
interface EntityOperation {
  /** Up to its first variable. */
  readonly start: string;
  /** Its variables but that of the entities, by name. */
  readonly variables: ReadonlyMap<string, string>;
  /** After its last variable, up to what it selects. */
  readonly middle: string;
  /** What it asks of the entities. */
  readonly selection: string;
  /** Whether its entities are answered with values only. */
  readonly isFlat: boolean;
}

function entityOperation(text: string, read: Map<string, EntityOperation>): EntityOperation {
  const known = read.get(text);
  if (known) return known;
  const operation = parse(text).definitions[0] as OperationDefinitionNode;
  const { variableDefinitions = [], selectionSet } = operation;
  const [entities] = selectionSet.selections;
  const asked = entities?.kind === Kind.FIELD ? entities.selectionSet : undefined;
  const [first] = variableDefinitions;
  const last = variableDefinitions.at(-1);
  if (!asked || !first || !last) throw new TypeError(`Expected an operation that asks of entities, but got: ${text}.`);
  const others = variableDefinitions.filter(({ variable }) => variable.name.value !== "representations");
  const made: EntityOperation = {
    start: text.slice(0, startOf(first)),
    variables: new Map(others.map((each) => [each.variable.name.value, text.slice(startOf(each), endOf(each))])),
    middle: text.slice(endOf(last), startOf(selectionSet)),
    selection: text.slice(startOf(asked), endOf(asked)),
    isFlat: isFlat(asked),
  };
  read.set(text, made);
  return made;
}

const startOf = ({ loc }: ASTNode): number => loc?.start ?? 0;
const endOf = ({ loc }: ASTNode): number => loc?.end ?? 0;

const isFlat = ({ selections }: SelectionSetNode): boolean =>
  selections.every((each) =>
    each.kind === Kind.FIELD ? !each.selectionSet : each.kind === Kind.INLINE_FRAGMENT && isFlat(each.selectionSet),
  );

function joined(parts: readonly RequestPart[], read: Map<string, EntityOperation>): string {
  const operations = parts.map(({ members, alias }) => ({
    alias,
    ...entityOperation(members[0]?.node.operation ?? "", read),
  }));
  const [first] = operations;
  if (!first) throw new RangeError("A request joins at least one part.");
  const others = new Map(operations.flatMap(({ variables }) => [...variables]));
  const declared = [...operations.map(({ alias }) => `$${alias}:[_Any!]!`), ...others.values()].join(",");
  const selections = operations.map(
    ({ alias, selection }) => `${alias}:_entities(representations:$${alias})${selection}`,
  );
  return `${first.start}${declared}${first.middle}{${selections.join("")}}`;
}
