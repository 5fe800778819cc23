import { connectionType } from "@corespond/kit";

import { NatureCode } from "./natureCode.type";

/** A page of an agency's own codes. */
export const NatureCodeConnection = connectionType(NatureCode, "NatureCode");
