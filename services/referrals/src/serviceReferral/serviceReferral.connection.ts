import { connectionType } from "@corespond/kit";

import { ServiceReferral } from "./serviceReferral.type";

/** A page of service referrals. */
export const ServiceReferralConnection = connectionType(ServiceReferral, "ServiceReferral");
