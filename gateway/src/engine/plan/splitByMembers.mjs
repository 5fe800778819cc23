import { Kind, parse } from "graphql";

import { argumentOf } from "./argumentOf.mjs";
import { entitySelection, fetchPart } from "./fetchPart.mjs";
import { typesNamedIn } from "./inlined.mjs";
import { joinedField, joinedSlices } from "./joinedSlices.mjs";
import { mapFetches } from "./mapFetches.mjs";

/**
 * A slice may know an interface as one object type (`@interfaceObject`). Where a field of it requires others and is asked of
 * some members only, the planner requires those of all members that the slice is asked about, and a member that lacks them
 * would not be told of at all. Such a fetch becomes several: one for what requires nothing, one for each requirement. It
 * stays one request, for the parts are joined. Gives what turns the plan of a document into one that is split so.
 */
export function splitByMembers(supergraphSdl) {
  if (!/isInterfaceObject: *true/.test(supergraphSdl)) return (plan) => plan;
  const objects = interfaceObjects(parse(supergraphSdl, { noLocation: true }));
  return (plan, document) => {
    const conditions = typesNamedIn(document);
    return mapFetches(plan, (fetch) => partsOf(fetch, objects, conditions));
  };
}

/** What fields of interface objects require, as names by field, and the names of their keys: by slice and type. */
function interfaceObjects(supergraph) {
  const { definitions } = supergraph;
  const slices = joinedSlices(supergraph);
  const found = new Map();
  for (const { name, fields = [], directives = [] } of definitions) {
    for (const joined of directives.filter((each) => each.name.value === "join__type")) {
      if (argumentOf(joined, "isInterfaceObject") !== true) continue;
      const graph = argumentOf(joined, "graph");
      const key = `${slices.get(graph)} ${name.value}`;
      const { keys } = found.get(key) ?? { keys: new Set() };
      const members = membersOf(name.value, definitions);
      for (const each of namesOf(argumentOf(joined, "key"))) keys.add(each);
      const required = fields.map((field) => [field.name.value, requirementOf(field, graph)]);
      found.set(key, { keys, members, required: new Map(required.filter(([, names]) => names.size > 0)) });
    }
  }
  return found;
}

/** The interface and what implements it. */
const membersOf = (type, definitions) =>
  new Set([
    type,
    ...definitions
      .filter(({ interfaces = [] }) => interfaces.some(({ name }) => name.value === type))
      .map(({ name }) => name.value),
  ]);

function requirementOf(field, graph) {
  const joined = joinedField(field, graph);
  return new Set(namesOf(joined && argumentOf(joined, "requires")));
}

const namesOf = (fieldSet) => (fieldSet ? fieldNames(parse(`{${fieldSet}}`).definitions[0].selectionSet) : []);

const fieldNames = ({ selections }) =>
  selections.flatMap((each) => (each.kind === Kind.FIELD ? [each.name.value] : fieldNames(each.selectionSet)));

function partsOf(node, objects, asksOf) {
  const types = new Set((node.requires ?? []).map(({ typeCondition }) => typeCondition));
  const type = [...types].find((each) => objects.has(`${node.serviceName} ${each}`));
  if (type === undefined) return [node];
  const { keys, members, required } = objects.get(`${node.serviceName} ${type}`);
  // One requirement of all of them is one of some members where the document asks of those alone.
  if (types.size < 2 && ![...members].some((each) => each !== type && asksOf.has(each))) return [node];
  const asked = entitySelection(node);
  // Where others are asked in the same fetch, it stays whole.
  const conditions = asked.selectionSet.selections.map(({ typeCondition }) => typeCondition?.name.value);
  if (![...types, ...conditions].every((each) => members.has(each))) return [node];
  const groups = new Map();
  for (const field of fieldsOf(asked.selectionSet)) {
    const names = required.get(field.name.value) ?? new Set();
    const key = [...names].sort().join(" ");
    const group = groups.get(key) ?? { names, fields: new Set() };
    groups.set(key, group);
    group.fields.add(field);
  }
  if (groups.size === 1) return [node];
  const all = new Set([...required.values()].flatMap((names) => [...names]).filter((name) => !keys.has(name)));
  return [...groups.values()].map(({ names, fields }) => ({
    ...fetchPart(node, asked, fields),
    requires: requiresOf(node.requires, names, { keys, all }),
  }));
}

const fieldsOf = ({ selections }) =>
  selections.flatMap((each) => (each.kind === Kind.FIELD ? [each] : fieldsOf(each.selectionSet)));

/**
 * What one part requires: of each way to tell of the type, the key and its own names of `all` that are required. The planner
 * may name them apart, and neither tells a slice anything without the other.
 */
function requiresOf(requires, names, { keys, all }) {
  const own = requires.flatMap(({ selections }) => selections.filter(({ name }) => names.has(name) && !keys.has(name)));
  const ways = requires.filter(({ selections }) => selections.some(({ name }) => keys.has(name)));
  return (ways.length > 0 ? ways : requires).map((each) => ({
    ...each,
    selections: [...each.selections.filter(({ name }) => !all.has(name)), ...own],
  }));
}
