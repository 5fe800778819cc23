import { Kind } from "graphql";

/** The fragments of a document, by name. */
export const fragmentsOf = ({ definitions }) =>
  new Map(definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((each) => [each.name.value, each]));

/** The operation of a document that a request asks for. */
export const operationOf = ({ definitions }, name) =>
  definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION && (!name || each.name?.value === name));

/** Selections with no named fragment around their fields; what stands below a field is as it was. */
export function inlined({ selections, ...rest }, fragments) {
  return {
    ...rest,
    selections: selections.map((each) => {
      if (each.kind === Kind.FIELD) return each;
      const { typeCondition, selectionSet } = fragments.get(each.name?.value) ?? each;
      const { directives } = each;
      return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet: inlined(selectionSet, fragments) };
    }),
  };
}

/** The name of a field in the answer. */
export const responseNameOf = ({ alias, name }) => (alias ?? name).value;
