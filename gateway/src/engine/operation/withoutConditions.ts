import { Kind, visit, type DirectiveNode, type DocumentNode, type SelectionNode, type SelectionSetNode } from "graphql";

/** What is known of a request's conditions. */
export interface Conditions {
  /** The variables that are true. */
  readonly holding: ReadonlySet<string>;
  /** Whether `@defer` defers anything. */
  readonly deferring: boolean;
}

/**
 * The document as it is where the given variables are true and others are not: without `@skip` and `@include` and what they
 * leave out (GraphQL, section 3.13), and with `@defer` only where it defers. Each combination of conditions is planned for
 * itself: the planner would fetch what one selection needs under the condition of another.
 */
export function withoutConditions(document: DocumentNode, conditions: Conditions): DocumentNode {
  const decide = (selection: SelectionNode): SelectionNode | null | undefined => decided(selection, conditions);
  const left = visit<DocumentNode>(document, {
    [Kind.FIELD]: { enter: decide },
    [Kind.INLINE_FRAGMENT]: { enter: decide },
    [Kind.FRAGMENT_SPREAD]: { enter: decide },
  });
  return withoutEmptyFragments(left);
}

function decided(selection: SelectionNode, { holding, deferring }: Conditions): SelectionNode | null | undefined {
  const { directives = [] } = selection;
  if (directives.length === 0) return undefined;
  const truth = (directive: DirectiveNode): boolean => conditionOf(directive, holding);
  if (directives.some((each) => each.name.value === "skip" && truth(each))) return null;
  if (directives.some((each) => each.name.value === "include" && !truth(each))) return null;
  const kept = directives.flatMap((each): readonly DirectiveNode[] => {
    const { value: name } = each.name;
    if (name === "skip" || name === "include") return [];
    if (name !== "defer") return [each];
    return deferring && truth(each)
      ? [{ ...each, arguments: each.arguments?.filter((given) => given.name.value !== "if") ?? [] }]
      : [];
  });
  return { ...selection, directives: kept };
}

function conditionOf({ arguments: given = [] }: DirectiveNode, holding: ReadonlySet<string>): boolean {
  const value = given.find(({ name }) => name.value === "if")?.value;
  if (value?.kind === Kind.VARIABLE) return holding.has(value.name.value);
  return value?.kind !== Kind.BOOLEAN || value.value;
}

/** A fragment of which nothing is left goes, and then what held only it. */
function withoutEmptyFragments(document: DocumentNode): DocumentNode {
  const filled = filledFragments(document);
  return visit<DocumentNode>(document, {
    [Kind.FRAGMENT_DEFINITION]: { leave: ({ name }) => (filled.has(name.value) ? undefined : null) },
    [Kind.FRAGMENT_SPREAD]: { leave: ({ name }) => (filled.has(name.value) ? undefined : null) },
    [Kind.INLINE_FRAGMENT]: { leave: (node) => (isEmptySet(node.selectionSet) ? null : undefined) },
  });
}

/** The names of the fragments that lead to a field: by themselves, or by one that they spread. */
function filledFragments({ definitions }: DocumentNode): ReadonlySet<string> {
  const filled = new Set<string>();
  const spreading = new Map<string, string[]>();
  for (const each of definitions) {
    if (each.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const { value: name } = each.name;
    const waiting = [each.selectionSet];
    for (let set = waiting.pop(); set; set = waiting.pop())
      for (const selection of set.selections) {
        if (selection.kind === Kind.FIELD) filled.add(name);
        else if (selection.kind === Kind.INLINE_FRAGMENT) waiting.push(selection.selectionSet);
        else spreading.set(selection.name.value, [...(spreading.get(selection.name.value) ?? []), name]);
      }
  }
  // What is added while this goes on is visited, too.
  for (const name of filled) for (const each of spreading.get(name) ?? []) filled.add(each);
  return filled;
}

/** Whether conditions have left nothing of a selection set. */
export const isEmptySet = ({ selections }: SelectionSetNode): boolean => selections.length === 0;
