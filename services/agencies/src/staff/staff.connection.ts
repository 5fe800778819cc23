import { connectionType } from "@corespond/kit";

import { StaffMember } from "./staff.type";

/** A page of staff. */
export const StaffConnection = connectionType(StaffMember, "StaffMember");
