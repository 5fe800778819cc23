import { fail, UserErrorCode, type WriteTransaction } from "@corespond/kit";

import { LegalBasis } from "../vocabulary/legalBasis";
import { coordinationAllowed } from "./welfareCoordination.policy";

/** The basis that an author states, if any. */
type StatedBasis = { readonly basis: LegalBasis } | null | undefined;

const field = ["input", "legalBasis", "basis"];

const coordinates = (stated: StatedBasis): boolean => stated?.basis === LegalBasis.WELFARE_COORDINATION;

/** Refuses welfare coordination as the basis of what goes to a police department's social worker: to no organization. */
export function refuseCoordination(stated: StatedBasis): void {
  if (coordinates(stated))
    fail(
      UserErrorCode.INVALID,
      "`basis` must be CONSENT, CRISIS, COURT_ORDER or STATUTE: WELFARE_COORDINATION is a basis of service referrals alone (Minn. Stat. 13.46, subd. 7 (a)).",
      field,
    );
}

/**
 * Refuses welfare coordination as the basis of a service referral unless the county of its author has decided so for the
 * organization; never to a protected program, of which federal law asks a consent.
 */
export async function permitCoordination(
  transaction: WriteTransaction,
  stated: StatedBasis,
  to: { readonly organizationId: string; readonly protectedProgram: string | null },
): Promise<void> {
  if (!coordinates(stated)) return;
  if (to.protectedProgram !== null)
    fail(
      UserErrorCode.INVALID,
      "`basis` must not be WELFARE_COORDINATION for a protected program: it asks for a consent (42 CFR 2.31; 34 U.S.C. 12291(b)(2)).",
      field,
    );
  const [found] = await transaction.query<{ allowed: boolean }>({
    name: "referrals.welfareCoordination.allowed",
    text: `SELECT ${coordinationAllowed("asked.id")} AS allowed FROM (SELECT $1::uuid AS id) asked`,
    values: [to.organizationId],
  });
  if (found?.allowed !== true)
    fail(
      UserErrorCode.NOT_ALLOWED,
      "WELFARE_COORDINATION is off for this organization: the county's privacy officer records what counsel has found (Minn. Stat. 13.46, subd. 7 (a)).",
      field,
    );
}
