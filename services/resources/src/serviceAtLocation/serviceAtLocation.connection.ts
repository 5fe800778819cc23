import { connectionType } from "@corespond/kit";

import { ServiceAtLocation } from "./serviceAtLocation.type";

/** A page of services at locations. */
export const ServiceAtLocationConnection = connectionType(ServiceAtLocation, "ServiceAtLocation");
