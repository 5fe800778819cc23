type Place = readonly (string | number)[];

/** A part of an answer that came later, read. */
export interface LatePart {
  readonly data: unknown;
  readonly path: Place;
}

/** Puts parts that came later (`@defer`) where they belong; a part that is null leaves its place as it was. */
export function mergeParts(data: unknown, parts: readonly LatePart[]): unknown {
  return parts.reduce<unknown>((whole, part) => (part.data === null ? whole : put(whole, part.path, part.data)), data);
}

function put(whole: unknown, [key, ...below]: Place, part: unknown): unknown {
  if (key === undefined) return merged(whole, part);
  if (Array.isArray(whole))
    return whole.map((item, index) => (index === key ? put(item, below, part) : (item as unknown)));
  const fields = whole as Readonly<Record<string, unknown>>;
  return { ...fields, [key]: put(fields[key], below, part) };
}

function merged(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return one.map((item, index) => merged(item, other[index]));
  if (!isObject(one) || !isObject(other)) return other === undefined ? one : other;
  const added = Object.entries(other).map(([key, value]) => [
    key,
    Object.hasOwn(one, key) ? merged(one[key], value) : value,
  ]);
  return { ...one, ...(Object.fromEntries(added) as object) };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === "object" && !Array.isArray(value);
