import { isPlainObject, own, type PlainObject } from "../compile/plainObject";
import { conditionOf, meets } from "../compile/typeCondition";
import type { TypeLattice } from "../compile/typeLattice";
import type { AnswerPath } from "../run/entityPaths";
import { answerTooLarge } from "../write/jsonBuffer";

/** An object of the data and its place in the answer. */
export interface PlacedObject {
  readonly path: AnswerPath;
  readonly object: PlainObject;
}

/** Places of one deferred fragment; what stands at more is no answer that a client takes. */
const mostPlaces = 100_000;

/** The objects at a place that the planner names by response names and conditions on types. */
export function placesOf(root: PlainObject, queryPath: readonly string[], types: TypeLattice): readonly PlacedObject[] {
  let places: readonly PlacedObject[] = [{ path: [], object: root }];
  for (const element of queryPath) {
    const condition = conditionOf(element);
    const found: PlacedObject[] = [];
    for (const place of places) {
      if (condition === null) addObjects(own(place.object, element), [...place.path, element], found);
      else if (meets(place.object, condition, types)) found.push(place);
    }
    places = found;
  }
  return places;
}

function addObjects(value: unknown, path: AnswerPath, into: PlacedObject[]): void {
  if (into.length > mostPlaces) throw answerTooLarge();
  if (Array.isArray(value)) for (const [index, item] of value.entries()) addObjects(item, [...path, index], into);
  else if (isPlainObject(value)) into.push({ path, object: value });
}
