import { argumentOf, valueOf } from "./argumentOf.mjs";
import { joinedSlices } from "./joinedSlices.mjs";

/**
 * What slices differ in: the members of each union and interface that has others in another slice, by slice; and whether a
 * slice has a field of a type by itself. Null where all have the same members.
 */
export function sliceMembers(supergraph) {
  const { definitions } = supergraph;
  const slices = joinedSlices(supergraph);
  /** By abstract type and slice. */
  const members = new Map();
  const add = (abstract, directive, member) => {
    const bySlice = members.get(abstract) ?? new Map();
    members.set(abstract, bySlice);
    const slice = slices.get(argumentOf(directive, "graph"));
    bySlice.set(slice, (bySlice.get(slice) ?? new Set()).add(member));
  };
  for (const { name, directives = [] } of definitions)
    for (const each of directives) {
      if (each.name.value === "join__unionMember") add(name.value, each, argumentOf(each, "member"));
      if (each.name.value === "join__implements") add(argumentOf(each, "interface"), each, name.value);
    }
  const differing = [...members].filter(([, bySlice]) => new Set([...bySlice.values()].map(textOf)).size > 1);
  if (differing.length === 0) return null;
  const graphOf = new Map([...slices].map(([graph, slice]) => [slice, graph]));
  const byName = new Map(definitions.filter(({ fields }) => fields).map((each) => [each.name.value, each]));
  return {
    members: new Map(differing),
    /** Of all those types. */
    names: new Set(differing.flatMap(([, bySlice]) => [...bySlice.values()].flatMap((each) => [...each]))),
    hasField: (slice, type, name) => hasField(byName.get(type), name, graphOf.get(slice)),
  };
}

const textOf = (names) => [...names].sort().join(" ");

/** Whether a slice answers a field of a type without being told anything, and is the one to answer it. */
function hasField(definition, name, graph) {
  const of = ({ directives }, directive) => directives.filter((each) => each.name.value === directive);
  const field = definition?.fields.find((each) => each.name.value === name);
  if (!field || !of(definition, "join__type").some((each) => argumentOf(each, "graph") === graph)) return false;
  const joined = of(field, "join__field").filter((each) => argumentOf(each, "graph") !== undefined);
  if (joined.length === 0) return true;
  const here = joined.find((each) => argumentOf(each, "graph") === graph);
  const elsewhere = ["external", "usedOverridden", "requires", "overrideLabel", "contextArguments"];
  return here !== undefined && elsewhere.every((each) => valueOf(here, each) === undefined);
}
