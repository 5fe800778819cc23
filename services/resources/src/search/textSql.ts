import type { SqlValues } from "./sqlValues";

/** How alike a text and a part of a name must be, at least (pg_trgm's word similarity): "houzing" and "housing" are 0.45. */
const alike = 0.4;

/** A text search: the rows of `service_search` that it finds, and how well one of them, `d`, matches. */
export interface TextSql {
  readonly found: string;
  readonly rank: string;
}

/** Full text first; names that are spelled alike only where no service has the words, so that they never dilute. */
export function textSql(text: string, values: SqlValues): TextSql {
  const words = `${values.add(text)}::text`;
  const query = `websearch_to_tsquery('english', ${words})`;
  const similarity = (names: string): string => `word_similarity(lower(${words}), ${names})`;
  // Two halves and not one OR: the index on the documents serves the first, and mostly the second is not even tried.
  return {
    found: `(SELECT m.* FROM service_search m WHERE m.document @@ ${query}
      UNION ALL
      SELECT m.* FROM service_search m WHERE ${similarity("m.names")} >= ${alike}
        AND NOT EXISTS (SELECT FROM service_search any_match WHERE any_match.document @@ ${query}))`,
    rank: `(ts_rank_cd(d.document, ${query}) + ${similarity("d.names")})::double precision`,
  };
}
