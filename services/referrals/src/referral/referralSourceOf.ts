import { fail, Role, UserErrorCode } from "@corespond/kit";

import { ReferralSource } from "../vocabulary/referralSource";

const { OFFICER, DISPATCHER, SHERIFF, SELF, OTHER } = ReferralSource;

/** The sources that each role may state. */
const statable: Partial<Readonly<Record<Role, readonly ReferralSource[]>>> = {
  [Role.OFFICER]: [OFFICER, SHERIFF, OTHER],
  [Role.DISPATCHER]: [DISPATCHER, OTHER],
  [Role.SOCIAL_WORKER]: [SELF, OTHER],
};

/** Who states a source, if any, and for what kind of agency. */
export interface SourceStatement {
  readonly role: Role;
  readonly stated: ReferralSource | null;
  readonly agencyKind: string | null;
}

/** From whom a referral comes: as stated, where the sender's role may state it, or else by the role and the agency's kind. */
export function referralSourceOf({ role, stated, agencyKind }: SourceStatement): ReferralSource {
  const possible = statable[role] ?? [];
  if (stated === null) return role === Role.OFFICER && agencyKind === "SHERIFF" ? SHERIFF : (possible[0] ?? OTHER);
  if (possible.includes(stated)) return stated;
  return fail(
    UserErrorCode.INVALID,
    `\`source\` must be one of ${possible.join(", ")} for the role ${role}, but got: ${stated}.`,
    ["input", "source"],
  );
}
