import type { RowAccess } from "@corespond/kit";

/** The hub itself: imports and demonstration data. */
export const bySystem = "(select corespond.viewer_role()) = 'SYSTEM'";

/** Who writes a directory: nobody but the hub, which imports it. */
export const writtenBySystem = { insert: bySystem, update: bySystem, delete: bySystem } as const;

/** A directory's table that anybody may read, without signing in. */
export function publicRows(table: string): RowAccess {
  return { table, select: "true", ...writtenBySystem };
}
