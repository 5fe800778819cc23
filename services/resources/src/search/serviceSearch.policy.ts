import type { AnyPolicy } from "@corespond/kit";

import { publicTable } from "../access/publicTable";

/** What search reads of services is what they show, without any place. */
export const serviceSearchPolicy: AnyPolicy = publicTable("search of services", "service_search");
