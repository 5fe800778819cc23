import type { PathStep } from "../compile/flattenPath";
import { isPlainObject, own, type PlainObject } from "../compile/plainObject";

/** A path in the client's answer. */
export type AnswerPath = readonly (string | number)[];

/** More places than these of one failed entity tell a client nothing new. */
const mostPaths = 1_000;

/** Finds where objects stand in the answer. It is asked only once something failed. */
export function entityPaths(
  root: PlainObject,
  steps: readonly PathStep[],
  targets: ReadonlySet<object>,
): readonly AnswerPath[] {
  const found: AnswerPath[] = [];
  const walk = (value: unknown, at: number, path: AnswerPath): void => {
    if (found.length >= mostPaths || value === null || value === undefined) return;
    const step = steps[at];
    if (Array.isArray(value)) {
      const next = step?.key === null ? at + 1 : at;
      for (const [index, item] of value.entries()) walk(item, next, [...path, index]);
      return;
    }
    if (!isPlainObject(value)) return;
    if (!step) {
      if (targets.has(value)) found.push(path);
    } else if (step.key === "") walk(value, at + 1, path);
    else if (step.key !== null) walk(own(value, step.key), at + 1, [...path, step.key]);
  };
  walk(root, 0, []);
  return found;
}
