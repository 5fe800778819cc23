import type { ContentColumn } from "./callColumns";

/** SQL: what a row says, as one text that orders two rows of the same time the same way whichever comes first. */
export function contentSql(row: string, content: readonly ContentColumn[]): string {
  return `(jsonb_build_array(${content.map((name) => `${row}.${name}`).join(", ")})::text COLLATE "C")`;
}
