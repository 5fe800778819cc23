import { type AnyPolicy, publicRows, writtenByTheHub } from "@corespond/kit";

/** A directory's table that anybody may read, without signing in, and that nobody but the hub writes. */
export function publicTable(type: string, table: string): AnyPolicy {
  return { type, tables: [{ table, select: [publicRows], ...writtenByTheHub }], fields: [] };
}
