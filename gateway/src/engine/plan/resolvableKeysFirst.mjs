import { Kind, parse, print, visit } from "graphql";

/**
 * Where a plan comes back to a slice with what a `@requires` asked for, the planner takes the first key of the type there,
 * also one by which that slice resolves nothing (`resolvable: false`). So the supergraph that it reads names those last.
 */
export function resolvableKeysFirst(supergraphSdl) {
  if (!/resolvable: *false/.test(supergraphSdl)) return supergraphSdl;
  const sorted = (node) => ({
    ...node,
    directives: [...node.directives.filter((each) => !isDeadEnd(each)), ...node.directives.filter(isDeadEnd)],
  });
  return print(
    visit(parse(supergraphSdl, { noLocation: true }), {
      [Kind.OBJECT_TYPE_DEFINITION]: sorted,
      [Kind.INTERFACE_TYPE_DEFINITION]: sorted,
    }),
  );
}

const isDeadEnd = ({ name, arguments: given }) =>
  name.value === "join__type" && given.some((each) => each.name.value === "resolvable" && each.value.value === false);
