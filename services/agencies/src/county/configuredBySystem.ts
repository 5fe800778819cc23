import { bySystem, type RowAccess } from "@corespond/kit";

/** The access rules for writing such rows. */
export const configuredBySystem = {
  insert: bySystem,
  update: bySystem,
  delete: bySystem,
} as const satisfies Partial<RowAccess>;
