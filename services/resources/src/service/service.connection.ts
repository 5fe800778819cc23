import { connectionType } from "@corespond/kit";

import { Service } from "./service.type";

/** A page of services. */
export const ServiceConnection = connectionType(Service, "Service");
