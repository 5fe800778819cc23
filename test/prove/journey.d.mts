import type { As } from "../e2e/harness/startTestHub";

/** The ids that a journey leaves. */
export interface JourneyFacts {
  readonly referralId: string;
  readonly callId: string;
  readonly personId: string;
  readonly recordId: string;
  readonly serviceReferralId: string;
}

/** The hub's main job, at the public graph; throws where a step does not go as it must. */
export function journey(
  as: As,
  options: { readonly service: string; readonly provider?: string },
): Promise<JourneyFacts>;

/** The story of one referral, across all four slices, in one query. */
export const storyQuery: string;
