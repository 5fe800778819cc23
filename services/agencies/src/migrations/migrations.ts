import type { Migration } from "@corespond/kit";

import { Start1735689600000 } from "./Start1735689600000";

/** All migrations of the slice, oldest first. */
export const migrations: readonly Migration[] = [Start1735689600000];
