import { fail, UserErrorCode, type WriteTransaction } from "@corespond/kit";

import type { ReferralRow } from "../referral/referral.row";
import { ReferralSource } from "../vocabulary/referralSource";
import type { TennessenWarningInput } from "./tennessenWarning.inputs";

const field = ["input", "tennessenWarning"];

/** L14: a resident who is asked for data about themselves is warned first; what an officer observed needs no warning. */
export function expectWarning(source: ReferralSource, warning: TennessenWarningInput | null): void {
  if (source === ReferralSource.SELF && warning === null)
    fail(
      UserErrorCode.REQUIRED,
      "Whoever is asked for data about themselves is warned first (Minn. Stat. 13.04 subd. 2): say how, or state another `source`.",
      field,
    );
  if (warning && warning.givenAt.getTime() > Date.now())
    fail(UserErrorCode.INVALID, "`givenAt` must not be in the future.", [...field, "givenAt"]);
}

/** Keeps the warning beside the referral of the resident's own. */
export async function keepWarning(
  transaction: WriteTransaction,
  { id, source, referredById }: ReferralRow,
  warning: TennessenWarningInput | null,
): Promise<void> {
  if (source !== ReferralSource.SELF || warning === null) return;
  await transaction.query({
    name: "referrals.tennessen.keep",
    text: "INSERT INTO tennessen_warning (referral_id, version, language, given_at, given_by) VALUES ($1, $2, $3, $4, $5)",
    values: [id, warning.version, warning.language, warning.givenAt, warning.givenBy ?? referredById],
  });
}
