import { Kind } from "graphql";

import { entitySelection, fetchPart } from "./fetchPart.mjs";

/**
 * A representation has one value of each field. Where fields of one fetch require one field with unlike arguments, the fetch
 * becomes several, each for fields that agree; `argued` and `needed` are the planner's fields and what needs them.
 */
export function splitByArguments(node, { argued, needed }) {
  const required = new Set((node.requires ?? []).flatMap((each) => namesIn(each)).filter((name) => argued.has(name)));
  if (!clashes([...required], argued)) return [node];
  const asked = entitySelection(node);
  const groups = [];
  for (const [field, needs] of neededBy(asked.selectionSet, null, { argued, needed })) {
    const group = groups.find((each) => !clashes([...each.needs, ...needs], argued)) ?? newGroup(groups);
    group.fields.add(field);
    for (const name of needs) group.needs.add(name);
  }
  return groups.map(({ fields, needs }) => ({
    ...fetchPart(node, asked, fields),
    requires: node.requires.flatMap((each) => withoutOthers(each, needs, argued)),
  }));
}

function newGroup(groups) {
  const group = { fields: new Set(), needs: new Set() };
  groups.push(group);
  return group;
}

const namesIn = ({ kind, name, selections = [] }) => [
  ...(kind === "Field" ? [name] : []),
  ...selections.flatMap((each) => namesIn(each)),
];

/** Whether two of the planner's fields stand for one field of one type with unlike arguments. */
function clashes(names, argued) {
  const fields = [...new Set(names)].map((name) => argued.get(name));
  return fields.some((left, index) =>
    fields
      .slice(index + 1)
      .some((right) => left.field === right.field && [...left.owners].some((owner) => right.owners.has(owner))),
  );
}

/** The fields of an entity's selection, each with the planner's fields that it, or what it stands for, needs. */
function neededBy({ selections }, type, known) {
  return selections.flatMap((selection) => {
    if (selection.kind !== Kind.FIELD)
      return neededBy(selection.selectionSet, selection.typeCondition?.name.value ?? type, known);
    const name = known.argued.get(selection.name.value)?.field ?? selection.name.value;
    return [[selection, known.needed.get(`${type}.${name}`) ?? new Set()]];
  });
}

function withoutOthers(selection, needs, argued) {
  if (selection.kind === "Field" && argued.has(selection.name) && !needs.has(selection.name)) return [];
  if (!selection.selections) return [selection];
  return [{ ...selection, selections: selection.selections.flatMap((each) => withoutOthers(each, needs, argued)) }];
}
