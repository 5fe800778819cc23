import { badCursor, cursorContent, pageRequest, type Connection, type ConnectionArgs } from "@corespond/kit";
import { z } from "zod";

/** Where an item stands in a ranking: by its number, the greatest first, and by its id as the tiebreak. */
export interface RankingPlace {
  readonly number: number;
  readonly id: string;
}

const cursorSchema = z.tuple([z.int(), z.guid()]);

/** A page of a ranking that was made in memory, because it is short, and ordered by what its places say. */
export function pageOfRanking<T>(
  items: readonly T[],
  placeOf: (item: T) => RankingPlace,
  args: ConnectionArgs,
): Connection<T> {
  const { size, forward, after, before } = pageRequest(args);
  const edges = items.map((node) => ({ node, place: placeOf(node) }));
  const from = after === null ? 0 : countUpTo(edges, readCursor(after), true);
  const to = before === null ? edges.length : countUpTo(edges, readCursor(before), false);
  const [start, end] = forward ? [from, Math.min(to, from + size)] : [Math.max(from, to - size), Math.max(from, to)];
  const page = edges.slice(start, end).map(({ node, place }) => ({ node, cursor: writeCursor(place) }));
  return {
    edges: page,
    pageInfo: {
      hasNextPage: end < edges.length,
      hasPreviousPage: start > 0,
      startCursor: page[0]?.cursor ?? null,
      endCursor: page.at(-1)?.cursor ?? null,
    },
    countAll: () => Promise.resolve(items.length),
  };
}

/** How many items stand before a place, or up to it. */
function countUpTo(edges: readonly { readonly place: RankingPlace }[], at: RankingPlace, inclusive: boolean): number {
  return edges.filter(({ place }) => {
    if (place.number !== at.number) return place.number > at.number;
    return inclusive ? place.id <= at.id : place.id < at.id;
  }).length;
}

const writeCursor = ({ number, id }: RankingPlace): string =>
  Buffer.from(JSON.stringify([number, id]), "utf8").toString("base64url");

function readCursor(cursor: string): RankingPlace {
  const { data } = cursorSchema.safeParse(cursorContent(cursor));
  if (!data) throw badCursor();
  const [number, id] = data;
  return { number, id };
}
