import { isPlainObject, own, put, type PlainObject } from "../compile/plainObject";

/** Merges what a slice answered into the data: by reference where the data holds nothing yet. */
export function mergeInto(target: PlainObject, source: PlainObject): void {
  for (const key in source) {
    const value = source[key];
    const known = own(target, key);
    put(target, key, known !== null && typeof known === "object" ? merged(known, value) : value);
  }
}

function merged(known: object, value: unknown): unknown {
  // A value of a scalar may be an object, and a slice in this process may share it.
  if (Object.isFrozen(known)) return value;
  if (Array.isArray(known)) {
    if (!Array.isArray(value) || value.length !== known.length) return value;
    for (const [index, item] of value.entries()) {
      const there: unknown = known[index];
      known[index] = there !== null && typeof there === "object" ? merged(there, item) : (item as unknown);
    }
    return known;
  }
  if (!isPlainObject(value)) return value;
  mergeInto(known as PlainObject, value);
  return known;
}
