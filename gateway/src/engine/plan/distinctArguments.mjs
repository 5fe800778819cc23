import { Kind, parse, parseType, print, stripIgnoredCharacters, visit } from "graphql";

import { mapFetches } from "./mapFetches.mjs";
import { splitByArguments } from "./splitByArguments.mjs";

/** What the fields that exist for the planner only are called; no name of the supergraph holds it. */
function markFor(supergraphSdl) {
  let mark = "argued_";
  while (supergraphSdl.includes(mark)) mark += "_";
  return mark;
}

/**
 * A `@requires` may ask a field that has arguments, and what it asks shares the parent's object with what the client asks of
 * the same field, or another `@requires` with other arguments. The planner takes both for one field. So each pair of a
 * field and the arguments that a `@requires` gives becomes a field of its own in the supergraph that the planner reads, and
 * is turned back into the field, its arguments and an alias in each plan.
 */
export function distinctArguments(supergraphSdl) {
  const same = { sdl: supergraphSdl, restore: (plan) => plan };
  if (!supergraphSdl.includes("requires:")) return same;
  const document = parse(supergraphSdl, { noLocation: true });
  const types = new Map(document.definitions.filter(({ fields }) => fields).map((each) => [each.name.value, each]));
  const argued = new Map();
  /** The planner's fields that each field needs. */
  const needed = new Map();
  const mark = markFor(supergraphSdl);
  const changed = visit(document, {
    [Kind.DIRECTIVE]: {
      enter(node, _key, _parent, _path, ancestors) {
        const requires = node.name.value === "join__field" && requirementOf(node);
        if (!requires) return undefined;
        const owner = ancestors.findLast((each) => !Array.isArray(each) && each.fields)?.name.value;
        const field = ancestors.findLast((each) => each.kind === Kind.FIELD_DEFINITION)?.name.value;
        const needs = needed.get(`${owner}.${field}`) ?? new Set();
        needed.set(`${owner}.${field}`, needs);
        const fieldSet = withoutArguments(requires.value.value, owner, { types, argued, mark, needs });
        const value = { ...requires.value, value: fieldSet };
        return {
          ...node,
          arguments: node.arguments.map((each) => (each === requires ? { ...each, value } : each)),
        };
      },
    },
  });
  if (argued.size === 0) return same;
  return { sdl: print(withFields(changed, [...argued.values()])), restore: restorer({ argued, needed, mark }) };
}

const requirementOf = ({ arguments: given }) => given.find(({ name }) => name.value === "requires");

/** The field set with a field of the planner's in place of each field that has arguments, given or not. */
function withoutArguments(fieldSet, owner, known) {
  const { definitions } = parse(`{${fieldSet}}`, { noLocation: true });
  return print(replaced(definitions[0].selectionSet, owner, known))
    .slice(1, -1)
    .replace(/\s+/g, " ")
    .trim();
}

function replaced(selectionSet, owner, known) {
  const selections = selectionSet.selections.map((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const type = selection.typeCondition?.name.value ?? owner;
      return { ...selection, selectionSet: replaced(selection.selectionSet, type, known) };
    }
    const field = known.types.get(owner)?.fields.find(({ name }) => name.value === selection.name.value);
    const below = selection.selectionSet && field && replaced(selection.selectionSet, namedType(field.type), known);
    const kept = below ? { ...selection, selectionSet: below } : selection;
    if (!field?.arguments?.length) return kept;
    const name = arguedName(owner, selection, known);
    return { ...kept, name: { kind: Kind.NAME, value: name }, arguments: [] };
  });
  return { ...selectionSet, selections };
}

function arguedName(owner, { name, arguments: given = [] }, { argued, mark, needs }) {
  const text = given.map((each) => print(each)).join(",");
  const key = `${name.value}(${text})`;
  const same = [...argued.values()].find((each) => each.key === key);
  const argument = same ?? { key, field: name.value, given, owners: new Set(), name: `${mark}${argued.size}` };
  argument.owners.add(owner);
  argued.set(argument.name, argument);
  needs.add(argument.name);
  return argument.name;
}

const namedType = (type) => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));

/** Each type with the planner's fields beside the fields that they stand for; an interface's on what implements it, too. */
function withFields(document, argued) {
  return {
    ...document,
    definitions: document.definitions.map((definition) => {
      if (!definition.fields) return definition;
      const family = [definition.name.value, ...relatives(document, definition)];
      const added = argued.flatMap(({ owners, field, name }) => {
        const original = definition.fields.find((each) => each.name.value === field);
        return original && family.some((type) => owners.has(type)) ? [standIn(original, name)] : [];
      });
      return added.length === 0 ? definition : { ...definition, fields: [...definition.fields, ...added] };
    }),
  };
}

/** What a type implements, and what implements it. */
function relatives({ definitions }, { name, interfaces = [] }) {
  const implementing = definitions.filter((each) => each.interfaces?.some((named) => named.name.value === name.value));
  return [...interfaces.map((each) => each.name.value), ...implementing.map((each) => each.name.value)];
}

const standIn = (field, name) => ({
  ...field,
  name: { kind: Kind.NAME, value: name },
  arguments: [],
  type: parseType(print(field.type)),
});

/** Turns the planner's fields of a plan back into what they stand for. */
function restorer({ argued, needed, mark }) {
  const fetch = (node) => {
    const requires = node.requires?.map((selection) => sentAs(selection, argued));
    if (!node.operation.includes(mark)) return { ...node, ...(requires && { requires }) };
    const operation = visit(parse(node.operation, { noLocation: true }), {
      [Kind.FIELD]: (field) => {
        const stood = argued.get(field.name.value);
        if (!stood) return undefined;
        const alias = field.alias ?? field.name;
        return { ...field, alias, name: { kind: Kind.NAME, value: stood.field }, arguments: stood.given };
      },
    });
    const standIns = Object.fromEntries([...argued.values()].map(({ name, field }) => [name, field]));
    return { ...node, standIns, operation: stripIgnoredCharacters(print(operation)), ...(requires && { requires }) };
  };
  return (plan) => mapFetches(plan, (node) => splitByArguments(node, { argued, needed }).map(fetch));
}

function sentAs(selection, argued) {
  const selections = selection.selections?.map((each) => sentAs(each, argued));
  const stood = selection.kind === "Field" ? argued.get(selection.name) : undefined;
  return { ...selection, ...(selections && { selections }), ...(stood && { sentAs: stood.field }) };
}
