import { connectionType } from "@corespond/kit";

import { ReferralEvent } from "./referralEvent.type";

/** A page of a timeline. */
export const ReferralEventConnection = connectionType(ReferralEvent, "ReferralEvent");
