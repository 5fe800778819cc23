import { Kind, parse, print, visit, type InlineFragmentNode, type SelectionNode } from "graphql";

const defer = (label: number): InlineFragmentNode["directives"] => [
  {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: "defer" },
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: "label" },
        value: { kind: Kind.STRING, value: `part ${label}` },
      },
    ],
  },
];

/** The operation with the last selection of each field put off (`@defer`), so that there are parts within parts. */
export function deferring(query: string): string {
  let count = 0;
  const later = (selections: readonly SelectionNode[]): InlineFragmentNode => ({
    kind: Kind.INLINE_FRAGMENT,
    directives: defer(count++) ?? [],
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  });
  const changed = visit(parse(query, { noLocation: true }), {
    [Kind.FIELD]: {
      leave: (field) => {
        if (!field.selectionSet) return undefined;
        const { selections } = field.selectionSet;
        const kept = selections.slice(0, -1);
        return {
          ...field,
          selectionSet: { ...field.selectionSet, selections: [...kept, later(selections.slice(-1))] },
        };
      },
    },
  });
  return print(changed);
}
