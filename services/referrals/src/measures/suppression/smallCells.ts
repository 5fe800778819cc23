/** Counts below this are withheld from analysts (small-cell statistics; the number is this graph's own choice). */
export const smallestShown = 11;

/**
 * Which parts of a whole are withheld: the small ones, and where the whole less all parts that are shown would still give
 * a small one away, the next smallest too (complementary suppression).
 */
export function hiddenParts<K>(parts: ReadonlyMap<K, number>): ReadonlySet<K> {
  const rising = [...parts].sort(([, a], [, b]) => a - b);
  const hidden = new Set<K>();
  let sum = 0;
  for (const [part, count] of rising) {
    if (count >= smallestShown && (sum === 0 || sum >= smallestShown)) break;
    hidden.add(part);
    sum += count;
  }
  return hidden;
}

/** Whether a part of a known whole may be shown: neither it nor what remains is small. */
export function isShownPart(part: number, whole: number): boolean {
  return part >= smallestShown && (part === whole || whole - part >= smallestShown);
}

/**
 * Whether the figures of some of a whole's parts (agencies of a program) are withheld, because the part asked for is, by
 * the whole and the others.
 */
export function isHiddenPart<K>(parts: ReadonlyMap<K, number>, asked: K | null): boolean {
  if (asked !== null) return (parts.get(asked) ?? 0) < smallestShown || hiddenParts(parts).has(asked);
  return [...parts.values()].reduce((sum, count) => sum + count, 0) < smallestShown;
}
