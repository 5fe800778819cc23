import type { RowAccess } from "@corespond/kit";

import { publicRows } from "../access/publicRows";

/** What search reads of services is what they show, without any place. */
export const serviceSearchAccess: RowAccess = publicRows("service_search");
