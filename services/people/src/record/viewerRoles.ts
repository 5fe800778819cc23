import { Role } from "@corespond/kit";

/** Staff of the agencies that answer calls. */
export const policeRoles = [Role.OFFICER, Role.DISPATCHER] as const;

/** Staff of the welfare system (Minn. Stat. 13.46) who work with persons' records. */
export const welfareRoles = [Role.SOCIAL_WORKER, Role.SUPERVISOR, Role.PRIVACY_OFFICER] as const;

/** Those who may also see records by a relation of theirs that the referrals slice knows. */
export const relatedRoles = [...welfareRoles, Role.PROVIDER] as const;

/** Those who may register a person. */
export const registeringRoles = [...policeRoles, Role.SOCIAL_WORKER] as const;

/** Those who may search. A provider may not: it would find out by the search what its view withholds, the birth date. */
export const searchingRoles = [...policeRoles, ...welfareRoles] as const;

/** Staff, who may ask which records are of one person without learning anything else of it; and the hub itself. */
export const groupingRoles = [...policeRoles, ...welfareRoles, Role.ANALYST, Role.ADMINISTRATOR, Role.SYSTEM] as const;

/** Tells whether a role is one of a list. */
export function isOneOf(role: Role, roles: readonly Role[]): boolean {
  return roles.includes(role);
}
