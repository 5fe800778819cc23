/**
 * A plan with what `partsOf` makes of each fetch in its place: one fetch, or several that wait for the same. It is told the way
 * to a fetch's entities, too, which is empty for a fetch from the root.
 */
export function mapFetches(node, partsOf, path = []) {
  if (node === null || typeof node !== "object") return node;
  if (Array.isArray(node)) return node.map((each) => mapFetches(each, partsOf, path));
  if (node.kind !== "Fetch") {
    const below = node.kind === "Flatten" ? [...path, ...node.path] : path;
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, mapFetches(value, partsOf, below)]));
  }
  const parts = partsOf(node, path);
  return parts.length === 1 ? parts[0] : { kind: "Parallel", nodes: parts };
}
