import type { RowAccess } from "@corespond/kit";

/** Rows that only the hub writes: imports, configuration, demonstration data. No role of a person changes them. */
export const bySystem = "(select corespond.viewer_role()) = 'SYSTEM'";

/** The access rules for writing such rows. */
export const configuredBySystem = {
  insert: bySystem,
  update: bySystem,
  delete: bySystem,
} as const satisfies Partial<RowAccess>;
