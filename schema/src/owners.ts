import type { SchemaProblem } from "./schemaProblem";
import type { ModelType, SupergraphModel } from "./supergraphModel";

/** Who answers for a slice. */
export interface Team {
  readonly team: string;
  /** Where a client's author or another team reaches them. */
  readonly contact: string;
}

/** The teams by slice, as `owners.json` holds them. */
export type Teams = Readonly<Record<string, Team>>;

/** Who answers for one type or field. */
export interface Owner {
  /** `Type` or `Type.field`. */
  readonly coordinate: string;
  /** The owning slices: several for a value type that slices share. */
  readonly slices: readonly string[];
  readonly teams: readonly Team[];
}

/** The owner of every type and field: the slice that defines it, with that slice's team. */
export function ownersOf(model: SupergraphModel, teams: Teams): readonly Owner[] {
  const owner = (coordinate: string, slices: readonly string[]): Owner => ({
    coordinate,
    slices,
    teams: slices.flatMap((slice) => teams[slice] ?? []),
  });
  return model.types.flatMap((type) => [
    owner(type.name, type.owners),
    ...type.fields.map((field) => owner(`${type.name}.${field.name}`, fieldOwners(type, field.resolvedBy))),
  ]);
}

/** Reports slices without a team, teams without a slice, and entities that more than one slice claims. */
export function checkOwners(model: SupergraphModel, teams: Teams): readonly SchemaProblem[] {
  const slices = new Set(model.slices);
  return [
    ...model.slices
      .filter((slice) => teams[slice] === undefined)
      .map((slice) => problem(slice, "The slice has no team in owners.json.")),
    ...Object.keys(teams)
      .filter((slice) => !slices.has(slice))
      .map((slice) => problem(slice, "owners.json names a slice that the graph does not have.")),
    ...model.types
      .filter(({ kind, owners }) => kind === "entity" && owners.length > 1)
      .map(({ name, owners }) =>
        problem(name, `${owners.join(" and ")} declare it as their own; all but the owner mark it @extends.`),
      ),
  ];
}

/** A key field is answered by every slice that knows the key, but it is the owner's to define. */
function fieldOwners(type: ModelType, resolvedBy: readonly string[]): readonly string[] {
  const own = type.owners.filter((slice) => resolvedBy.includes(slice));
  return own.length > 0 ? own : resolvedBy;
}

function problem(coordinate: string, message: string): SchemaProblem {
  return { check: "owners", coordinate, message };
}
