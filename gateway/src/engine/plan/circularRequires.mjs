import { Kind, parse, print, stripIgnoredCharacters } from "graphql";

import { withoutEarlyFields } from "./earlyFields.mjs";
import { fieldTypes } from "./fieldTypes.mjs";
import { fragmentsOf, inlined, operationOf, responseNameOf } from "./inlined.mjs";
import { mapFetches } from "./mapFetches.mjs";
import { requiresInCircles } from "./requiresInCircles.mjs";

/** How many fields may require each other in turn through one slice. */
const mostTurns = 5;

/**
 * A field may require one that another slice makes of what it requires itself (`@requires` in a circle of slices). Where such
 * a field is needed for a third one only, the planner asks the first slice for it at once and for what it requires, which
 * that slice does not have. Such a fetch is asked for neither, and what the planner plans for that field alone comes before
 * the plan goes on. Gives what plans a document so; `planOf` is the planner.
 */
export function circularRequires(supergraphSdl) {
  if (!supergraphSdl.includes("requires:")) return (document, { planOf }) => planOf(document);
  const supergraph = parse(supergraphSdl, { noLocation: true });
  const circles = requiresInCircles(supergraph);
  if (circles.size === 0) return (document, { planOf }) => planOf(document);
  const types = fieldTypes(supergraph);
  const planned = (document, { operationName, planOf }, turn) => {
    const plan = planOf(document);
    const operation = operationOf(document, operationName);
    // A mutation may not run twice.
    if (operation.operation !== "query" || turn === mostTurns) return plan;
    return mapFetches(plan, (whole) => {
      const inSlice = whole.requires ? undefined : circles.get(whole.serviceName);
      const { found, fetch } = inSlice ? withoutEarlyFields(whole, inSlice, types) : { found: [], fetch: whole };
      if (found.length === 0) return [whole];
      // What comes later waits for fetches of the planner's plan, and would not for those that are put between.
      if (plan.node.kind === "Defer") throw new Error("What requires in a circle is answered at once.");
      const fragments = fragmentsOf(document);
      const selections = found.flatMap((each) => along(operation.selectionSet, each, fragments));
      const alone = { ...operation, selectionSet: { ...operation.selectionSet, selections } };
      const definitions = document.definitions.map((each) => (each === operation ? alone : each));
      const { node } = planned({ ...document, definitions }, { operationName, planOf }, turn + 1);
      const [first, ...rest] = node?.kind === "Sequence" ? node.nodes : [node];
      if (first?.kind !== "Fetch" || first.serviceName !== whole.serviceName) return [whole];
      return [{ kind: "Sequence", nodes: [together(fetch, first), ...rest] }];
    });
  };
  return (document, parts) => planned(document, parts, 0);
}

/** The selections on the way to one field, as the client has them, and that field alone at its end. */
function along(selectionSet, { path: [key, ...path], type, field }, fragments) {
  const below = (set) => (path.length > 0 ? along(set, { path, type, field }, fragments) : [only(type, field)]);
  return inlined(selectionSet, fragments).selections.flatMap((each) => {
    if (each.kind === Kind.FIELD && responseNameOf(each) !== key) return [];
    const selections =
      each.kind === Kind.FIELD
        ? below(each.selectionSet)
        : along(each.selectionSet, { path: [key, ...path], type, field }, fragments);
    return selections.length === 0 ? [] : [{ ...each, selectionSet: { ...each.selectionSet, selections } }];
  });
}

const nameOf = (value) => ({ kind: Kind.NAME, value });

const only = (type, field) => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: nameOf(type) },
  selectionSet: { kind: Kind.SELECTION_SET, selections: [{ kind: Kind.FIELD, name: nameOf(field) }] },
});

/** Two root fetches of one slice as one. */
function together(one, other) {
  const [operation, added] = [one, other].map((each) => parse(each.operation, { noLocation: true }).definitions[0]);
  const variables = new Map(
    [operation, added].flatMap(({ variableDefinitions }) =>
      variableDefinitions.map((each) => [each.variable.name.value, each]),
    ),
  );
  const selections = [operation, added].flatMap(({ selectionSet }) => selectionSet.selections);
  const joined = {
    ...operation,
    variableDefinitions: [...variables.values()],
    selectionSet: { ...operation.selectionSet, selections },
  };
  return {
    ...one,
    variableUsages: [...variables.keys()],
    outputRewrites: [...(one.outputRewrites ?? []), ...(other.outputRewrites ?? [])],
    operation: stripIgnoredCharacters(print(joined)),
  };
}
