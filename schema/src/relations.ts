import { isRootType } from "./supergraphModel";
import type { ModelField, ModelType, SupergraphModel } from "./supergraphModel";

/** A field that one slice adds to an entity of another. */
export interface Contribution {
  readonly coordinate: string;
  readonly type: string;
  readonly requires: string | undefined;
  readonly from: string;
  readonly to: string;
}

/** A field of one slice that returns an entity of another. */
export interface Reference {
  readonly coordinate: string;
  /** Name of the entity returned, also where the field returns a connection of it. */
  readonly target: string;
  readonly from: string;
  readonly to: string;
}

const plumbing = /(?:Connection|Edge|Payload)$/;

/** Whether a type only carries others: a connection, an edge or a mutation's payload. */
export function isPlumbing(name: string): boolean {
  return plumbing.test(name);
}

/** The fields that slices add to each other's entities, sorted by coordinate. */
export function contributions(model: SupergraphModel): readonly Contribution[] {
  return model.types.flatMap((type) => {
    const [owner] = type.owners;
    if (type.kind !== "entity" || owner === undefined) return [];
    return visibleFields(type)
      .filter(({ resolvedBy }) => resolvedBy.length > 0 && !type.owners.some((slice) => resolvedBy.includes(slice)))
      .flatMap(({ name, type: printed, requires, resolvedBy }) =>
        resolvedBy.map((from) => ({ coordinate: `${type.name}.${name}`, type: printed, requires, from, to: owner })),
      );
  });
}

/** The fields through which a slice points at another's entities, sorted by coordinate. */
export function references(model: SupergraphModel): readonly Reference[] {
  const types = new Map(model.types.map((type) => [type.name, type]));
  return model.types
    .filter(({ name }) => !isRootType(name) && !isPlumbing(name))
    .flatMap((type) => visibleFields(type).flatMap((field) => referencesOf(type, field, types)));
}

function referencesOf(type: ModelType, field: ModelField, types: ReadonlyMap<string, ModelType>): readonly Reference[] {
  const target = entityBehind(field.namedType, types);
  const [to] = target?.owners ?? [];
  if (target === undefined || to === undefined) return [];
  return field.resolvedBy
    .filter((from) => from !== to)
    .map((from) => ({ coordinate: `${type.name}.${field.name}`, target: target.name, from, to }));
}

/** Follows a connection to what it lists. */
function entityBehind(name: string, types: ReadonlyMap<string, ModelType>): ModelType | undefined {
  const type = types.get(name);
  if (type === undefined || type.kind === "entity") return type;
  const inner = isPlumbing(name) && type.fields.find((field) => ["nodes", "edges", "node"].includes(field.name));
  return inner ? entityBehind(inner.namedType, types) : undefined;
}

function visibleFields(type: ModelType): readonly ModelField[] {
  return type.fields.filter(({ visible }) => visible);
}
