import { SealAudit1771000000000, type Migration } from "@corespond/kit";

import { Start1735689600000 } from "./Start1735689600000";

/** The slice's migrations, in order. */
export const migrations: readonly Migration[] = [Start1735689600000, SealAudit1771000000000];
