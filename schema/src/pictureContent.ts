import { contributions, isPlumbing, references } from "./relations";
import type { Contribution } from "./relations";
import { isRootType } from "./supergraphModel";
import type { ModelType, SupergraphModel, TypeKind } from "./supergraphModel";

/** An entity as the picture shows it. */
export interface PictureEntity {
  readonly name: string;
  readonly keys: readonly string[];
  /** Fields that other slices add. */
  readonly added: readonly Contribution[];
}

/** A slice as the picture shows it. */
export interface PictureSlice {
  readonly name: string;
  /** E.g. `4 queries · 9 mutations`. */
  readonly roots: string;
  readonly entities: readonly PictureEntity[];
  /** Objects, interfaces and unions without a key. */
  readonly values: readonly string[];
  /** E.g. `7 enums · 4 inputs`. */
  readonly rest: string;
}

/** References of one slice to one entity of another, drawn as one arrow. */
interface PictureReference {
  readonly coordinates: readonly string[];
  readonly target: string;
  readonly from: string;
  readonly to: string;
}

/** Everything that the picture and its table twin say. */
export interface PictureContent {
  readonly slices: readonly PictureSlice[];
  /** Value types and scalars that several slices declare alike. */
  readonly shared: readonly string[];
  readonly contributions: readonly Contribution[];
  readonly references: readonly PictureReference[];
}

/** What to show of a supergraph: owners, keys, and what crosses from slice to slice. */
export function pictureContent(model: SupergraphModel): PictureContent {
  const added = contributions(model);
  return {
    slices: model.slices.map((slice) => pictureSlice(slice, model, added)),
    shared: model.types
      .filter(({ owners, kind, name }) => owners.length > 1 && kind !== "entity" && !isRootType(name))
      .map(({ name }) => name),
    contributions: added,
    references: groupedReferences(model),
  };
}

function pictureSlice(name: string, model: SupergraphModel, added: readonly Contribution[]): PictureSlice {
  const own = model.types.filter(
    ({ owners, name: type }) => owners.length === 1 && owners[0] === name && !isRootType(type),
  );
  const named = own.filter((type) => !isPlumbing(type.name));
  return {
    name,
    roots: counts([
      [rootFields(model, "Query", name), "query", "queries"],
      [rootFields(model, "Mutation", name), "mutation", "mutations"],
      [rootFields(model, "Subscription", name), "subscription", "subscriptions"],
    ]),
    entities: named
      .filter(({ kind }) => kind === "entity")
      .map((type) => ({
        name: type.name,
        keys: type.keys,
        added: added.filter(({ coordinate }) => coordinate.startsWith(`${type.name}.`)),
      })),
    values: named
      .filter(({ kind }) => kind === "value" || kind === "interface" || kind === "union")
      .map((type) => type.name),
    rest: counts([
      [ofKind(own, "enum"), "enum", "enums"],
      [ofKind(own, "input"), "input", "inputs"],
      [own.filter((type) => type.name.endsWith("Connection")).length, "connection", "connections"],
    ]),
  };
}

function groupedReferences(model: SupergraphModel): readonly PictureReference[] {
  const groups = new Map<string, PictureReference>();
  for (const { coordinate, target, from, to } of references(model)) {
    const key = `${from} ${to} ${target}`;
    groups.set(key, { from, to, target, coordinates: [...(groups.get(key)?.coordinates ?? []), coordinate] });
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function rootFields(model: SupergraphModel, root: string, slice: string): number {
  const fields = model.types.find(({ name }) => name === root)?.fields ?? [];
  return fields.filter(({ resolvedBy }) => resolvedBy.includes(slice)).length;
}

function ofKind(types: readonly ModelType[], kind: TypeKind): number {
  return types.filter((type) => type.kind === kind).length;
}

function counts(parts: readonly (readonly [count: number, one: string, many: string])[]): string {
  return parts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${count} ${count === 1 ? one : many}`)
    .join(" · ");
}
