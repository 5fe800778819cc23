import { connectionType } from "@corespond/kit";

import { CallForService } from "./call.type";

/** A page of calls. */
export const CallConnection = connectionType(CallForService, "CallForService");
