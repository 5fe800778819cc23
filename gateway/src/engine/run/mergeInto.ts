import { isPlainObject, own, put, type PlainObject } from "../compile/plainObject";
import type { TypeLattice } from "../compile/typeLattice";

/**
 * Merges what a slice answered into the data: by reference where the data holds nothing yet. A type that is known stays
 * known: a slice that takes an interface for an object type (`@interfaceObject`) calls what it gives by the interface's name.
 */
export function mergeInto(target: PlainObject, source: PlainObject, types: TypeLattice): void {
  for (const key in source) {
    const value = source[key];
    const known = own(target, key);
    if (known !== null && typeof known === "object") put(target, key, merged(known, value, types));
    else if (key !== "__typename" || !isLess(value, known, types)) put(target, key, value);
  }
}

function isLess(name: unknown, known: unknown, types: TypeLattice): boolean {
  return typeof name === "string" && typeof known === "string" && types.is(known, name);
}

function merged(known: object, value: unknown, types: TypeLattice): unknown {
  // A value of a scalar may be an object, and a slice in this process may share it.
  if (Object.isFrozen(known)) return value;
  if (Array.isArray(known)) {
    if (!Array.isArray(value) || value.length !== known.length) return value;
    for (const [index, item] of value.entries()) {
      const there: unknown = known[index];
      known[index] = there !== null && typeof there === "object" ? merged(there, item, types) : (item as unknown);
    }
    return known;
  }
  if (!isPlainObject(value)) return value;
  mergeInto(known as PlainObject, value, types);
  return known;
}
