import type { SqlValues } from "./sqlValues";

/** How alike a text and a part of a name must be, at least (pg_trgm's word similarity): "houzing" and "housing" are 0.45. */
const alike = 0.4;

/** A text search over `service_search d`: which rows, and how well each matches. */
export interface TextSql {
  readonly where: string;
  readonly rank: string;
}

/** Full text first; names that are spelled alike only where no service has the words, so that they never dilute. */
export function textSql(text: string, values: SqlValues): TextSql {
  const word = `${values.add(text)}::text`;
  const query = `websearch_to_tsquery('english', ${word})`;
  const similarity = `word_similarity(lower(${word}), d.names)`;
  return {
    where: `(d.document @@ ${query} OR (
      NOT EXISTS (SELECT FROM service_search other WHERE other.document @@ ${query}) AND ${similarity} >= ${alike}))`,
    rank: `(ts_rank_cd(d.document, ${query}) + ${similarity})::double precision`,
  };
}
