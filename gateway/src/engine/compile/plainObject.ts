/** An object of a slice's answer, or of the data that answers are merged into. */
export type PlainObject = Record<string, unknown>;

/** Whether a value is an object of an answer; a list is none. */
export function isPlainObject(value: unknown): value is PlainObject {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Reads what an answer holds under a name, and nothing that every object has: a client may alias a field `constructor`. */
export function own(object: PlainObject, key: string): unknown {
  return inherited.has(key) && !Object.hasOwn(object, key) ? undefined : object[key];
}

/** Sets what the data holds under a name, also where the name is `__proto__`. */
export function put(object: PlainObject, key: string, value: unknown): void {
  if (key === "__proto__")
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  else object[key] = value;
}
