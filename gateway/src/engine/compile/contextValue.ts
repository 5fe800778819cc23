import type { FetchDataKeyRenamer } from "../plan/queryPlan";
import { isPlainObject, own, type PlainObject } from "./plainObject";
import { conditionOf, meets } from "./typeCondition";
import type { TypeLattice } from "./typeLattice";

/** A value that a slice's field takes from what stands above its entity (`@fromContext`). */
export interface ContextValue {
  readonly variable: string;
  /** The value, read from the objects above an entity, the nearest last; undefined where they are of another type. */
  readonly read: (above: readonly PlainObject[]) => unknown;
}

/** Compiles the planner's path: each `..` goes up one field, what follows goes down from there. */
export function contextValue({ path, renameKeyTo }: FetchDataKeyRenamer, types: TypeLattice): ContextValue {
  const ups = path.filter((element) => element === "..").length;
  const down = path.slice(ups);
  return { variable: renameKeyTo, read: (above) => readDown(above[above.length - ups], down, types) };
}

function readDown(value: unknown, path: readonly string[], types: TypeLattice): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (Array.isArray(value)) return value.map((item) => readDown(item, path, types));
  if (!isPlainObject(value)) return value === null ? null : undefined;
  const condition = conditionOf(first);
  if (condition === null) return readDown(own(value, first), rest, types);
  return meets(value, condition, types) ? readDown(value, rest, types) : undefined;
}
