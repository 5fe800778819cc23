/** One step of the way to the entities of a fetch. */
export interface PathStep {
  /** A response name; null for the items of a list. */
  readonly key: string | null;
  /** The concrete types that go on from here; null for all. */
  readonly types: ReadonlySet<string> | null;
}

/** Reads a path of a plan: response names, `@` for the items of a list, and `|[A,B]` after either for some types only. */
export function flattenPath(path: readonly (string | number)[]): readonly PathStep[] {
  return path.flatMap((element): readonly PathStep[] => {
    const [name = "", condition] = String(element).split("|[", 2);
    const types = condition === undefined ? null : new Set(condition.slice(0, -1).split(","));
    if (name === "") return types ? [{ key: "", types }] : [];
    return [{ key: name === "@" ? null : name, types }];
  });
}

/** The position of a path's end in the answer, the same for every path that leads there. */
export const positionOf = (path: readonly PathStep[]): string => path.map(({ key }) => key ?? "@").join(".");
