import { argumentOf } from "./argumentOf.mjs";

/** The slices' names by what a supergraph calls them in `graph`. */
export function joinedSlices({ definitions }) {
  const graphs = definitions.find(({ name }) => name?.value === "join__Graph")?.values ?? [];
  return new Map(graphs.map(({ name, directives }) => [name.value, argumentOf(directives[0], "name")]));
}

/** What a field is in one slice; undefined where the supergraph says nothing of it. */
export const joinedField = ({ directives = [] }, graph) =>
  directives.find((each) => each.name.value === "join__field" && argumentOf(each, "graph") === graph);
