import { isPlainObject, own, type PlainObject } from "../compile/plainObject";
import { conditionOf, meets } from "../compile/typeCondition";
import type { TypeLattice } from "../compile/typeLattice";
import type { AnswerPath } from "../run/entityPaths";

/** An object of the data and its place in the answer. */
export interface PlacedObject {
  readonly path: AnswerPath;
  readonly object: PlainObject;
}

/** The objects at a place that the planner names by response names and conditions on types. */
export function placesOf(root: PlainObject, queryPath: readonly string[], types: TypeLattice): readonly PlacedObject[] {
  let places: readonly PlacedObject[] = [{ path: [], object: root }];
  for (const element of queryPath) {
    const condition = conditionOf(element);
    places = places.flatMap((place) =>
      condition === null
        ? objectsIn(own(place.object, element), [...place.path, element])
        : meets(place.object, condition, types)
          ? [place]
          : [],
    );
  }
  return places;
}

function objectsIn(value: unknown, path: AnswerPath): readonly PlacedObject[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => objectsIn(item, [...path, index]));
  return isPlainObject(value) ? [{ path, object: value }] : [];
}
