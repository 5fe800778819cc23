import { Role } from "@corespond/kit";

/** Those who send referrals on a police department's or dispatch centre's behalf and see nothing of the welfare side. */
export const policeRoles: readonly Role[] = [Role.OFFICER, Role.DISPATCHER];

/** Those who see the welfare side of a referral. */
export const welfareRoles: readonly Role[] = [Role.SOCIAL_WORKER, Role.SUPERVISOR, Role.PRIVACY_OFFICER];

/** Those who may see a referral at all. */
export const referralRoles: readonly Role[] = [...policeRoles, ...welfareRoles];
