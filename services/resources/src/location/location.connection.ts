import { connectionType } from "@corespond/kit";

import { Location } from "./location.type";

/** A page of locations. */
export const LocationConnection = connectionType(Location, "Location");
