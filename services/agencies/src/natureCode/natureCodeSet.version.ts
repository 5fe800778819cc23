const collator = new Intl.Collator("en", { numeric: true });

/** Orders versions as people read them, digits by their value: `2026-2` is before `2026-10`. */
export function compareVersions(one: string, other: string): number {
  return collator.compare(one, other) || (one < other ? -1 : Number(one > other));
}
