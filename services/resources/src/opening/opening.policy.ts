import type { AnyPolicy } from "@corespond/kit";

import { publicTable } from "../access/publicTable";

/** Days and times are public, also those of a service at a confidential location: they do not say where. */
export const openingPolicy: AnyPolicy = publicTable("opening times", "opening");
