import { Kind, parse, print, stripIgnoredCharacters, visit } from "graphql";

import { fieldTypes } from "./fieldTypes.mjs";
import { fragmentsOf, inlined, operationOf, responseNameOf, typename, typesNamedIn } from "./inlined.mjs";
import { mapFetches } from "./mapFetches.mjs";
import { sliceMembers } from "./sliceMembers.mjs";

/**
 * A union or an interface may have other members in each slice. Where a shareable field leads to one, there are several ways to
 * it, and the planner asks on the one that it takes only for members that are known on all. So a fetch is asked for what the
 * document asks of the others that its slice knows, too, as far as that slice has it. Gives what completes the plan of a
 * document so.
 */
export function membersOfOneSlice(supergraphSdl) {
  if (!/@join__(?:unionMember|implements)\(/.test(supergraphSdl)) return (plan) => plan;
  const supergraph = parse(supergraphSdl, { noLocation: true });
  const known = sliceMembers(supergraph);
  if (known === null) return (plan) => plan;
  const types = fieldTypes(supergraph);
  return (plan, document, operationName) => {
    if (![...typesNamedIn(document)].some((each) => known.names.has(each))) return plan;
    const completion = new Completion({ ...known, types }, document, operationName);
    return mapFetches(plan, (fetch, path) => [completion.of(fetch, path)]);
  };
}

class Completion {
  constructor(known, document, operationName) {
    this.known = known;
    this.fragments = fragmentsOf(document);
    this.operation = operationOf(document, operationName);
    this.slice = null;
    this.isChanged = false;
  }

  /** A fetch with what its slice is asked beside it. */
  of(fetch, path) {
    this.slice = fetch.serviceName;
    this.isChanged = false;
    const [operation] = parse(fetch.operation, { noLocation: true }).definitions;
    const keys = path.map((each) => String(each).split("|[", 1)[0]).filter((key) => key !== "" && key !== "@");
    const sets = keys.reduce((above, key) => this.below(above, key), [this.operation.selectionSet]);
    const root = this.known.types.roots[operation.operation];
    const selectionSet = fetch.requires
      ? this.entities(operation.selectionSet, sets)
      : this.completed(operation.selectionSet, root, sets);
    return this.isChanged ? this.withVariables(fetch, { ...operation, selectionSet }) : fetch;
  }

  /** What the document selects of a field that is selected in some sets. */
  below(sets, key) {
    return sets.flatMap((set) =>
      inlined(set, this.fragments).selections.flatMap((each) => {
        if (each.kind !== Kind.FIELD) return this.below([each.selectionSet], key);
        return responseNameOf(each) === key && each.selectionSet ? [each.selectionSet] : [];
      }),
    );
  }

  entities({ selections: [entities], ...rest }, sets) {
    return { ...rest, selections: [{ ...entities, selectionSet: this.completed(entities.selectionSet, null, sets) }] };
  }

  completed({ selections, ...rest }, type, sets) {
    const completed = selections.map((each) => {
      if (!each.selectionSet) return each;
      if (each.kind === Kind.INLINE_FRAGMENT)
        return {
          ...each,
          selectionSet: this.completed(each.selectionSet, each.typeCondition?.name.value ?? type, sets),
        };
      const below = this.below(sets, responseNameOf(each));
      const fieldType = this.known.types.fields.get(type)?.get(each.name.value);
      return {
        ...each,
        selectionSet: this.withMembers(this.completed(each.selectionSet, fieldType, below), fieldType, below),
      };
    });
    return { ...rest, selections: completed };
  }

  withMembers(set, type, sets) {
    const told = conditionsIn(set);
    const members = [...(this.known.members.get(type)?.get(this.slice) ?? [])].filter((each) => !told.has(each));
    const added = members.flatMap((member) =>
      fragmentOn(
        member,
        sets.flatMap((each) => this.askedOf(member, each, type)),
      ),
    );
    if (added.length === 0) return set;
    this.isChanged = true;
    return { ...set, selections: [...(told.has(null) ? [] : [typename]), ...set.selections, ...added] };
  }

  /** What a selection set asks of one member alone. */
  askedOf(member, set, type) {
    return inlined(set, this.fragments).selections.flatMap((each) => {
      if (each.kind === Kind.FIELD) return [];
      const condition = each.typeCondition?.name.value ?? type;
      if (condition === type) return this.askedOf(member, each.selectionSet, type);
      return condition === member ? this.had(each.selectionSet, member) : [];
    });
  }

  /** What of some selections the slice has by itself. */
  had(set, type) {
    return inlined(set, this.fragments).selections.flatMap((each) => {
      if (each.kind === Kind.INLINE_FRAGMENT)
        return fragmentOn(
          each.typeCondition?.name.value ?? type,
          this.had(each.selectionSet, each.typeCondition?.name.value ?? type),
        );
      if (each.name.value === "__typename") return [each];
      if (!this.known.hasField(this.slice, type, each.name.value)) return [];
      if (!each.selectionSet) return [each];
      const selections = this.had(each.selectionSet, this.known.types.fields.get(type)?.get(each.name.value));
      return selections.length === 0 ? [] : [{ ...each, selectionSet: { ...each.selectionSet, selections } }];
    });
  }

  withVariables(fetch, operation) {
    const used = new Set();
    visit(operation.selectionSet, { [Kind.VARIABLE]: ({ name }) => void used.add(name.value) });
    const { variableDefinitions: declared = [] } = operation;
    const names = new Set(declared.map(({ variable }) => variable.name.value));
    const added = this.operation.variableDefinitions.filter(
      ({ variable: { name } }) => used.has(name.value) && !names.has(name.value),
    );
    const written = { ...operation, variableDefinitions: [...declared, ...added] };
    return {
      ...fetch,
      variableUsages: [...(fetch.variableUsages ?? []), ...added.map(({ variable }) => variable.name.value)],
      operation: stripIgnoredCharacters(print(written)),
    };
  }
}

function fragmentOn(type, selections) {
  if (selections.length === 0) return [];
  const typeCondition = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } };
  return [{ kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: { kind: Kind.SELECTION_SET, selections } }];
}

/** The types that a fetch asks of at one place; null stands for the concrete type's name, which it asks for. */
const conditionsIn = ({ selections }) =>
  new Set(
    selections.flatMap((each) => {
      if (each.kind === Kind.FIELD) return each.name.value === "__typename" && !each.alias ? [null] : [];
      return [each.typeCondition?.name.value, ...conditionsIn(each.selectionSet)];
    }),
  );
