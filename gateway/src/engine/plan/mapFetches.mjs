/** A plan with what `partsOf` makes of each fetch in its place: one fetch, or several that wait for the same. */
export function mapFetches(node, partsOf) {
  if (node === null || typeof node !== "object") return node;
  if (Array.isArray(node)) return node.map((each) => mapFetches(each, partsOf));
  if (node.kind !== "Fetch")
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, mapFetches(value, partsOf)]));
  const parts = partsOf(node);
  return parts.length === 1 ? parts[0] : { kind: "Parallel", nodes: parts };
}
