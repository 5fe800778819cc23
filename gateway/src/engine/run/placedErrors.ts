import type { GraphQLFormattedError } from "graphql";

import type { CompiledFetch } from "../compile/compiledFetch";
import type { PlainObject } from "../compile/plainObject";
import type { Entities } from "./entities";
import { entityPaths, type AnswerPath } from "./entityPaths";
import { sliceError, type AnswerError } from "./sliceError";

/** Who was asked about which entities, and the data that holds them. */
export interface AskedEntities {
  readonly slice: string;
  readonly root: PlainObject;
  readonly members: readonly CompiledFetch[];
  readonly entities: Entities;
}

/** A slice's errors of entities, each wherever its entity stands in the client's answer. */
export function* placedErrors(
  errors: readonly GraphQLFormattedError[],
  { slice, root, members, entities }: AskedEntities,
): Generator<AnswerError> {
  if (errors.length === 0) return;
  const indexes = new Set(errors.map(({ path }) => path?.[1]));
  const targets = new Map([...indexes].map((index) => [index, new Set(entities.targets[Number(index)])]));
  const failed = new Set([...targets.values()].flatMap((each) => [...each]));
  const places = members.map((fetch) => ({ fetch, paths: entityPaths(root, fetch.path, failed) }));
  for (const error of errors) {
    const [, index, ...below] = error.path ?? [];
    if (typeof index !== "number") yield sliceError(slice, error);
    else
      for (const { fetch, paths } of places)
        for (const target of targets.get(index) ?? []) {
          const found = paths.get(target);
          if (!found) yield sliceError(slice, error);
          for (const path of found ?? []) yield sliceError(slice, error, [...path, ...renamedPath(fetch, below)]);
        }
  }
}

/** A path below a fetch's entities, or from the root, in the names that the fetch's answer is merged under. */
export const renamedPath = ({ renamed }: CompiledFetch, path: AnswerPath): AnswerPath =>
  renamed.size === 0 ? path : path.map((key) => (typeof key === "string" ? (renamed.get(key) ?? key) : key));
