import type { RowAccess } from "@corespond/kit";

import { publicRows } from "../access/publicRows";

/** Days and times are public, also those of a service at a confidential location: they do not say where. */
export const openingAccess: RowAccess = publicRows("opening");
