import { connectionType } from "@corespond/kit";

import { ReferralMessage } from "./referralMessage.type";

/** A page of messages. */
export const ReferralMessageConnection = connectionType(ReferralMessage, "ReferralMessage");
