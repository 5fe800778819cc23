import { redisclosureNotices, type RequestContext, type Viewer } from "@corespond/kit";

import { type ConsentCategory, ConsentRegime } from "./consent.enums";

/** The laws under which data is not passed on without a notice. */
const noticed = [ConsentRegime.PART_2, ConsentRegime.VICTIM_RELEASE] as const;

/** As far as a consent goes, for those to whom data under it goes. */
export interface ConsentScope {
  readonly id: string;
  readonly categories: readonly ConsentCategory[];
  readonly expiresAt: Date | null;
}

/** What of a consent says whether it bears a notice, and for whom it speaks. */
interface GivenConsent extends ConsentScope {
  readonly regimes: readonly ConsentRegime[];
  readonly granteeAgencyIds: readonly string[];
  readonly granteeOrganizationIds: readonly string[];
  readonly effectiveFrom: Date;
  readonly revokedAt: Date | null;
}

/** Has the notice of a law, with the scope of the consent that names the viewer, accompany the answer. */
export function noteRegime(
  context: RequestContext,
  regime: (typeof noticed)[number],
  consent: ConsentScope | null,
): void {
  context.redisclosures.add({
    notice: redisclosureNotices[regime],
    consent: consent && {
      id: consent.id,
      categories: consent.categories,
      expiresAt: consent.expiresAt?.toISOString() ?? null,
    },
  });
}

/** The same for a consent itself: that somebody consented to it says already that they are treated (42 CFR 2.13). */
export function noteConsent(context: RequestContext, row: GivenConsent): void {
  const scope = speaksFor(context.viewer, row) ? row : null;
  for (const regime of noticed) if (row.regimes.includes(regime)) noteRegime(context, regime, scope);
}

function speaksFor({ agencyId, organizationId }: Viewer, row: GivenConsent): boolean {
  const now = new Date();
  const inForce = row.effectiveFrom <= now && (row.expiresAt === null || now < row.expiresAt) && row.revokedAt === null;
  return (
    inForce &&
    ((agencyId !== null && row.granteeAgencyIds.includes(agencyId)) ||
      (organizationId !== null && row.granteeOrganizationIds.includes(organizationId)))
  );
}
