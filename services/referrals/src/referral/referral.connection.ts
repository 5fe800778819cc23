import { connectionType } from "@corespond/kit";

import { Referral } from "./referral.type";

/** A page of referrals. */
export const ReferralConnection = connectionType(Referral, "Referral");
