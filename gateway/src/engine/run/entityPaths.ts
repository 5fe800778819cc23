import type { PathStep } from "../compile/flattenPath";
import { isPlainObject, own, type PlainObject } from "../compile/plainObject";

/** A path in the client's answer. */
export type AnswerPath = readonly (string | number)[];

/** More places than these of failed entities tell a client nothing new. */
const mostPaths = 1_000;

/** Steps that are walked for them: where many objects stand at many places each, there are more ways than data. */
const mostSteps = 1_000_000;

/** Finds where some objects stand in the answer, in one walk. It is asked only once something failed. */
export function entityPaths(
  root: PlainObject,
  steps: readonly PathStep[],
  targets: ReadonlySet<object>,
): ReadonlyMap<object, readonly AnswerPath[]> {
  const found = new Map<object, AnswerPath[]>();
  let count = 0;
  let walked = 0;
  const walk = (value: unknown, at: number, path: AnswerPath): void => {
    walked += 1;
    if (count >= mostPaths || walked > mostSteps || value === null || value === undefined) return;
    const step = steps[at];
    if (Array.isArray(value)) {
      const next = step?.key === null ? at + 1 : at;
      for (const [index, item] of value.entries()) walk(item, next, [...path, index]);
      return;
    }
    if (!isPlainObject(value)) return;
    if (!step) {
      if (!targets.has(value)) return;
      const paths = found.get(value) ?? [];
      found.set(value, paths);
      paths.push(path);
      count += 1;
    } else if (step.key === "") walk(value, at + 1, path);
    else if (step.key !== null) walk(own(value, step.key), at + 1, [...path, step.key]);
  };
  walk(root, 0, []);
  return found;
}
