import { Kind, parse, print, stripIgnoredCharacters, visit } from "graphql";

/** What a fetch selects of its entities, with the operation that it stands in. */
export function entitySelection({ operation: text }) {
  const [operation] = parse(text, { noLocation: true }).definitions;
  const [entities] = operation.selectionSet.selections;
  return { operation, entities, selectionSet: entities.selectionSet };
}

/** A fetch that asks only some of the fields that its entities are asked for, and declares the variables that those use. */
export function fetchPart(node, { operation, entities, selectionSet }, fields) {
  const selected = { ...entities, selectionSet: onlyFields(selectionSet, (field) => fields.has(field)) };
  const used = new Set();
  visit(selected, { [Kind.VARIABLE]: ({ name }) => void used.add(name.value) });
  visit(operation.directives ?? [], { [Kind.VARIABLE]: ({ name }) => void used.add(name.value) });
  return {
    ...node,
    ...(node.variableUsages && { variableUsages: node.variableUsages.filter((name) => used.has(name)) }),
    operation: stripIgnoredCharacters(
      print({
        ...operation,
        variableDefinitions: operation.variableDefinitions.filter(({ variable }) => used.has(variable.name.value)),
        selectionSet: { ...operation.selectionSet, selections: [selected] },
      }),
    ),
  };
}

/** Selections with the fields that are kept only, and no fragment without any. */
export function onlyFields({ selections, ...rest }, isKept) {
  const kept = selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return isKept(selection) ? [selection] : [];
    const selectionSet = onlyFields(selection.selectionSet, isKept);
    return selectionSet.selections.length > 0 ? [{ ...selection, selectionSet }] : [];
  });
  return { ...rest, selections: kept };
}
