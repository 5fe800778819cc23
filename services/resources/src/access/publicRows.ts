import { bySystem, type RowAccess } from "@corespond/kit";

/** Who writes a directory: nobody but the hub, which imports it. */
export const writtenBySystem = { insert: bySystem, update: bySystem, delete: bySystem } as const;

/** A directory's table that anybody may read, without signing in. */
export function publicRows(table: string): RowAccess {
  return { table, select: "true", ...writtenBySystem };
}
