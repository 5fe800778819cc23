import { parse, print } from "graphql";

import { argumentOf } from "./argumentOf.mjs";

/**
 * Where a plan comes back to a slice with what a `@requires` asked for, the planner takes the first key of the type there,
 * also one by which that slice resolves nothing (`resolvable: false`). So the supergraph that it reads names those last. It
 * is the given text where none stands before another key of its slice.
 */
export function resolvableKeysFirst(supergraphSdl) {
  if (!/resolvable: *false/.test(supergraphSdl)) return supergraphSdl;
  const document = parse(supergraphSdl, { noLocation: true });
  if (!document.definitions.some(misleads)) return supergraphSdl;
  return print({
    ...document,
    definitions: document.definitions.map((each) => (misleads(each) ? sorted(each) : each)),
  });
}

const sorted = (definition) => {
  const { directives } = definition;
  return {
    ...definition,
    directives: [...directives.filter((each) => !isDeadEnd(each)), ...directives.filter(isDeadEnd)],
  };
};

/** Whether a key that resolves nothing stands before one of the same slice that does. */
function misleads({ directives = [] }) {
  const keys = directives.filter(({ name }) => name.value === "join__type");
  return keys.some((key, index) => {
    const others = keys.slice(index + 1).filter((each) => argumentOf(each, "graph") === argumentOf(key, "graph"));
    return isDeadEnd(key) && others.some((each) => !isDeadEnd(each));
  });
}

const isDeadEnd = (directive) => directive.name.value === "join__type" && argumentOf(directive, "resolvable") === false;
