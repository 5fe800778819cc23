import { Kind, parse } from "graphql";

import { argumentOf, valueOf } from "./argumentOf.mjs";
import { joinedField, joinedSlices } from "./joinedSlices.mjs";

/**
 * The fields that require one which another slice makes of what it requires itself: by slice and type, each with the names of
 * those. Slices that provide fields (`@provides`) are left out: what is external to them they may have.
 */
export function requiresInCircles(supergraph) {
  const { definitions } = supergraph;
  const found = new Map();
  for (const [graph, slice] of joinedSlices(supergraph)) {
    if (definitions.some(({ fields = [] }) => fields.some((field) => valueOf(joinOf(field, graph), "provides"))))
      continue;
    const types = definitions
      .map((each) => [each.name?.value, circlesOf(each, graph)])
      .filter(([, each]) => each.size > 0);
    if (types.length > 0) found.set(slice, new Map(types));
  }
  return found;
}

function circlesOf({ fields = [] }, graph) {
  const isMadeElsewhere = (name) =>
    fields
      .find((field) => field.name.value === name)
      ?.directives.some((each) => requirementOf(each) !== undefined && argumentOf(each, "graph") !== graph);
  return new Map(
    fields
      .map((field) => [field.name.value, namesOf(requirementOf(joinOf(field, graph))).filter(isMadeElsewhere)])
      .filter(([, names]) => names.length > 0),
  );
}

const nothing = { arguments: [] };

const joinOf = (field, graph) => joinedField(field, graph) ?? nothing;

const requirementOf = (directive) => argumentOf(directive, "requires");

const namesOf = (fieldSet) => {
  if (fieldSet === undefined) return [];
  const [{ selectionSet }] = parse(`{${fieldSet}}`, { noLocation: true }).definitions;
  return selectionSet.selections.filter(({ kind }) => kind === Kind.FIELD).map(({ name }) => name.value);
};
