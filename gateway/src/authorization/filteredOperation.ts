import {
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

import type { RefusalCode } from "./refusalOf";

/** A field that is refused, by its path in the answer; `@` stands for any item of a list. */
export interface Refusal {
  readonly path: readonly string[];
  /** What of the schema it is: `Person.calls`. */
  readonly coordinate: string;
  readonly code: RefusalCode;
}

/** What is left of a selection set. */
export interface FilteredSelection {
  /** Empty where nothing is left. */
  readonly selections: readonly SelectionNode[];
  readonly refusals: readonly Refusal[];
  /** Where the answer gets a null for what was left out. */
  readonly nulls: readonly (readonly string[])[];
  /** Whether what was left out may not be null, so that the object around it is. */
  readonly lost: boolean;
}

/** The field that stands in for a selection of which nothing is left; the answer loses it again. */
export const placeholder = "__refused";

const standIn: FieldNode = {
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: placeholder },
  name: { kind: Kind.NAME, value: "__typename" },
};

/**
 * More refusals than these tell a client nothing new, and a field with more nulls than these below it is left out as a
 * whole: that bounds what a document of many fragments costs.
 */
const mostRefusals = 100;

/** Filters the selections of one operation; each fragment is looked at once, however often it is spread. */
export class OperationFilter {
  readonly fragments = new Map<string, FilteredSelection>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly definitions: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly refuse: (type: GraphQLObjectType, field: string) => RefusalCode | null,
  ) {}

  filter({ selections }: SelectionSetNode, type: GraphQLObjectType): FilteredSelection {
    const parts = selections.map((selection) => this.selection(selection, type));
    return {
      selections: parts.flatMap((part) => part.selections),
      refusals: distinct(parts.flatMap((part) => part.refusals)),
      nulls: distinctPaths(parts.flatMap((part) => part.nulls)),
      lost: parts.some(({ lost }) => lost),
    };
  }

  private selection(selection: SelectionNode, type: GraphQLObjectType): FilteredSelection {
    if (selection.kind === Kind.FIELD) return this.field(selection, type);
    const inside =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? this.fragment(selection.name.value)
        : this.filter(selection.selectionSet, this.object(selection.typeCondition?.name.value) ?? type);
    if (inside.selections.length === 0) return inside;
    if (selection.kind === Kind.FRAGMENT_SPREAD) return { ...inside, selections: [selection] };
    const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: inside.selections };
    return { ...inside, selections: [{ ...selection, selectionSet }] };
  }

  private fragment(name: string): FilteredSelection {
    const known = this.fragments.get(name);
    if (known) return known;
    const definition = this.definitions.get(name);
    const type = this.object(definition?.typeCondition.name.value);
    const filtered = definition && type ? this.filter(definition.selectionSet, type) : untouched([]);
    this.fragments.set(name, filtered);
    return filtered;
  }

  private field(node: FieldNode, parent: GraphQLObjectType): FilteredSelection {
    const { value: name } = node.name;
    const type = parent.getFields()[name]?.type;
    if (!type) return untouched([node]);
    const key = (node.alias ?? node.name).value;
    const code = this.refuse(parent, name);
    if (code !== null)
      return leftOut(key, isNonNullType(type), [{ path: [key], coordinate: `${parent.name}.${name}`, code }]);
    const of = this.object(getNamedType(type).name);
    if (!of || !node.selectionSet) return untouched([node]);
    const inside = this.filter(node.selectionSet, of);
    if (inside.refusals.length === 0) return untouched([node]);
    const isList = isListType(isNonNullType(type) ? type.ofType : type);
    const under = (path: readonly string[]): readonly string[] => [key, ...(isList ? ["@"] : []), ...path];
    const refusals = inside.refusals.map((refusal) => ({ ...refusal, path: under(refusal.path) }));
    if (inside.lost || inside.nulls.length > mostRefusals) return leftOut(key, isNonNullType(type), refusals);
    const selections = inside.selections.length === 0 ? [standIn] : inside.selections;
    const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections };
    return { selections: [{ ...node, selectionSet }], refusals, nulls: inside.nulls.map(under), lost: false };
  }

  private object(name: string | undefined): GraphQLObjectType | undefined {
    const type = name === undefined ? undefined : this.schema.getType(name);
    return isObjectType(type) ? type : undefined;
  }
}

const untouched = (selections: readonly SelectionNode[]): FilteredSelection => ({
  selections,
  refusals: [],
  nulls: [],
  lost: false,
});

const leftOut = (key: string, mayNotBeNull: boolean, refusals: readonly Refusal[]): FilteredSelection => ({
  selections: [],
  refusals,
  nulls: mayNotBeNull ? [] : [[key]],
  lost: mayNotBeNull,
});

function distinct(refusals: readonly Refusal[]): readonly Refusal[] {
  return [...new Map(refusals.map((refusal) => [refusal.path.join("."), refusal])).values()].slice(0, mostRefusals);
}

function distinctPaths(paths: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(paths.map((path) => [path.join("."), path])).values()];
}
