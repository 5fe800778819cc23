import { Kind, visit } from "graphql";

/** The fragments of a document, by name. */
export const fragmentsOf = ({ definitions }) =>
  new Map(definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((each) => [each.name.value, each]));

/** The operation of a document that a request asks for. */
export const operationOf = ({ definitions }, name) =>
  definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION && (!name || each.name?.value === name));

/**
 * Selections with no named fragment around their fields; what stands below a field is as it was. A fragment that is spread
 * again without a directive adds nothing.
 */
export function inlined({ selections, ...rest }, fragments, spread = new Set()) {
  return {
    ...rest,
    selections: selections.flatMap((each) => {
      if (each.kind === Kind.FIELD) return [each];
      const { name, directives = [] } = each;
      if (name && directives.length === 0 && spread.has(name.value)) return [];
      if (name && directives.length === 0) spread.add(name.value);
      const { typeCondition, selectionSet } = fragments.get(name?.value) ?? each;
      const below = inlined(selectionSet, fragments, spread);
      return [{ kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet: below }];
    }),
  };
}

/** The types that a document names: those that parts of it are for, and those of its variables. */
export function typesNamedIn(document) {
  const found = new Set();
  visit(document, { [Kind.NAMED_TYPE]: ({ name }) => void found.add(name.value) });
  return found;
}

/** `__typename` */
export const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

/** The name of a field in the answer. */
export const responseNameOf = ({ alias, name }) => (alias ?? name).value;
