import { Kind, parse, type ASTNode, type OperationDefinitionNode, type SelectionSetNode } from "graphql";

import type { FetchNode } from "../plan/queryPlan";
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
    const { requires, inputRewrites, outputRewrites } = fetch.node;
    // Where the answer holds objects, later fetches could ask different things of one object that two places share.
    const own = group.length === 1 || entityOperation(fetch.node, read).isFlat ? "" : fetch.id;
    const key = JSON.stringify([withoutName(fetch.node), requires, inputRewrites, outputRewrites, own]);
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

/** What an operation asks: the planner numbers the names of its operations. */
const withoutName = ({ operation, operationName }: FetchNode): string =>
  operationName === undefined ? operation : operation.replace(operationName, "");

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

/** Reads an operation, and others that ask the same no more: `read` is what a group has read. */
function entityOperation(node: FetchNode, read: Map<string, EntityOperation>): EntityOperation {
  const asked = withoutName(node);
  const known = read.get(asked);
  if (known) return known;
  const made = plainOperation(node.operation) ?? parsedOperation(node.operation);
  read.set(asked, made);
  return made;
}

/** What most operations are: no variable but the entities, no text and no directive. */
const plain =
  /^(query(?: \w+)?\()\$representations:\[_Any!\]!\)\{_entities\(representations:\$representations\)(\{[^"@]*\})\}$/;
const flat = /^\{(?:\.\.\.on \w+\{[^{}]*\})+\}$/;

function plainOperation(text: string): EntityOperation | null {
  const [, start, selection] = plain.exec(text) ?? [];
  if (start === undefined || selection === undefined) return null;
  return { start, variables: new Map(), middle: ")", selection, isFlat: flat.test(selection) };
}

function parsedOperation(text: string): EntityOperation {
  const operation = parse(text).definitions[0] as OperationDefinitionNode;
  const { variableDefinitions = [], selectionSet } = operation;
  const [entities] = selectionSet.selections;
  const selected = entities?.kind === Kind.FIELD ? entities.selectionSet : undefined;
  const [first] = variableDefinitions;
  const last = variableDefinitions.at(-1);
  if (!selected || !first || !last)
    throw new TypeError(`Expected an operation that asks of entities, but got: ${text}.`);
  const others = variableDefinitions.filter(({ variable }) => variable.name.value !== "representations");
  return {
    start: text.slice(0, startOf(first)),
    variables: new Map(others.map((each) => [each.variable.name.value, text.slice(startOf(each), endOf(each))])),
    middle: text.slice(endOf(last), startOf(selectionSet)),
    selection: text.slice(startOf(selected), endOf(selected)),
    isFlat: isFlat(selected),
  };
}

const startOf = ({ loc }: ASTNode): number => loc?.start ?? 0;
const endOf = ({ loc }: ASTNode): number => loc?.end ?? 0;

const isFlat = ({ selections }: SelectionSetNode): boolean =>
  selections.every((each) =>
    each.kind === Kind.FIELD ? !each.selectionSet : each.kind === Kind.INLINE_FRAGMENT && isFlat(each.selectionSet),
  );

function joined(parts: readonly RequestPart[], read: Map<string, EntityOperation>): string {
  const operations = parts.flatMap(({ members: [member], alias }) =>
    member ? [{ alias, ...entityOperation(member.node, read) }] : [],
  );
  const [first] = operations;
  if (!first) throw new RangeError("A request joins at least one part.");
  const others = new Map(operations.flatMap(({ variables }) => [...variables]));
  const declared = [...operations.map(({ alias }) => `$${alias}:[_Any!]!`), ...others.values()].join(",");
  const selections = operations.map(
    ({ alias, selection }) => `${alias}:_entities(representations:$${alias})${selection}`,
  );
  return `${first.start}${declared}${first.middle}{${selections.join("")}}`;
}
