import DataLoader from "dataloader";

import type { RequestContext } from "./requestContext";
import { isUuid } from "./uuidKeys";

/** A batch function with a name: keys in, one value or null per key out, in one SQL statement. */
export interface LoaderDefinition<K, V> {
  readonly name: string;
  readonly batch: (context: RequestContext, keys: readonly K[]) => Promise<readonly (V | null)[]>;
  /** Turns a key that is not a text into one, so that equal keys share a load. */
  readonly cacheKey: (key: K) => string;
}

/** Defines a loader; it is made per request when first used. */
export function defineLoader<K, V>(
  name: string,
  batch: LoaderDefinition<K, V>["batch"],
  cacheKey: (key: K) => string = (key) => (typeof key === "string" ? key : JSON.stringify(key)),
): LoaderDefinition<K, V> {
  return { name, batch, cacheKey };
}

/** The loaders of one request. */
export class RequestLoaders {
  readonly #loaders = new Map<object, DataLoader<unknown, unknown, string>>();

  /** The request's own instance of a loader. */
  of<K, V>(context: RequestContext, definition: LoaderDefinition<K, V>): DataLoader<K, V | null, string> {
    const known = this.#loaders.get(definition);
    if (known) return known as DataLoader<K, V | null, string>;
    const made = new DataLoader<K, V | null, string>((keys) => definition.batch(context, keys), {
      cacheKeyFn: definition.cacheKey,
      maxBatchSize: 1_000,
      name: definition.name,
    });
    this.#loaders.set(definition, made);
    return made;
  }

  /** Forgets everything loaded, after a mutation has changed it. */
  clear(): void {
    this.#loaders.clear();
  }
}

/** Loads one value through its batch. */
export async function load<K, V>(
  context: RequestContext,
  definition: LoaderDefinition<K, V>,
  key: K,
): Promise<V | null> {
  return await context.loaders.of(context, definition).load(key);
}

/** Loads several values through one batch. */
export async function loadMany<K, V>(
  context: RequestContext,
  definition: LoaderDefinition<K, V>,
  keys: readonly K[],
): Promise<readonly (V | null)[]> {
  return await Promise.all(keys.map((key) => load(context, definition, key)));
}

/** Puts values in the order of their keys, null where a key has none: what a batch function must return. */
export function inKeyOrder<V>(
  keys: readonly string[],
  values: readonly V[],
  keyOf: (value: V) => string,
): readonly (V | null)[] {
  const byKey = new Map(values.map((value) => [keyOf(value), value]));
  return keys.map((key) => byKey.get(isUuid(key) ? key.toLowerCase() : key) ?? null);
}
