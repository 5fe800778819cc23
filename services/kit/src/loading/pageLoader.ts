import { defineLoader, load, type LoaderDefinition } from "../context/loader";
import type { RequestContext } from "../context/requestContext";
import { countPages, readPages, type PagedList } from "../database/readPages";
import { invariant } from "../errors/invariant";
import type { Connection } from "../graph/connection";
import type { PageRequest } from "../graph/connectionArgs";
import { pageOfViews } from "../graph/pageOfViews";
import type { ViewSource } from "./idLoader";

/** Which page of whose list: `parents` are the ids that the list's rows belong to, none for a root list. */
export interface PageKey<F> {
  readonly parents: readonly string[];
  readonly page: PageRequest;
  readonly filter: F;
}

/** A list that grows: how it is read for a filter, and how its views are made. */
export interface PageSource<R extends object, V, F> extends Pick<ViewSource<R, V>, "view" | "prepare"> {
  readonly list: (context: RequestContext, filter: F) => PagedList;
}

/** Loads a list by page. */
export type PageLoader<V, F> = LoaderDefinition<PageKey<F>, Connection<V>>;

/** Defines a list's loader: pages, and their counts, each in one statement for all parents that ask alike. */
export function pageLoader<R extends object, V, F>(name: string, source: PageSource<R, V, F>): PageLoader<V, F> {
  const counts = defineLoader<PageKey<F>, number>(
    `${name}.count`,
    async (context, keys) =>
      await perGroup(
        keys,
        async (filter, group) =>
          await countPages(
            context,
            source.list(context, filter),
            group.map(({ parents }) => parents),
          ),
      ),
  );
  return defineLoader<PageKey<F>, Connection<V>>(
    name,
    async (context, keys) =>
      await perGroup(keys, async (filter, group) => {
        const [{ page }] = group;
        const found = await readPages<R & Record<string, unknown>>(context, source.list(context, filter), {
          parents: group.map(({ parents }) => parents),
          page,
        });
        await source.prepare?.(
          context,
          found.flatMap(({ rows }) => rows.map(({ row }) => row)),
        );
        return found.map((rows, number) => {
          const key = group[number] ?? group[0];
          return pageOfViews(
            rows,
            (row) => source.view(context, row),
            async () => (await load(context, counts, key)) ?? 0,
          );
        });
      }),
  );
}

/** One page of a list. */
export async function loadPage<V, F>(
  context: RequestContext,
  loader: PageLoader<V, F>,
  key: PageKey<F>,
): Promise<Connection<V>> {
  const page = await load(context, loader, key);
  invariant(page, "a list has a page for every key");
  return page;
}

type Group<F> = readonly [PageKey<F>, ...PageKey<F>[]];

/** Answers keys in their order, those with equal page and filter together. */
async function perGroup<F, A>(
  keys: readonly PageKey<F>[],
  answer: (filter: F, group: Group<F>) => Promise<readonly A[]>,
): Promise<readonly (A | null)[]> {
  const groups = new Map<string, [PageKey<F>, ...PageKey<F>[]]>();
  for (const key of keys) {
    const alike = JSON.stringify([key.page, key.filter]);
    const group = groups.get(alike);
    if (group) group.push(key);
    else groups.set(alike, [key]);
  }
  const answers = new Map<PageKey<F>, A>();
  for (const group of groups.values()) {
    const answered = await answer(group[0].filter, group);
    group.forEach((key, number) => {
      const one = answered[number];
      if (one !== undefined) answers.set(key, one);
    });
  }
  return keys.map((key) => answers.get(key) ?? null);
}
