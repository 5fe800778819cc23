import { graphError, uuidKeys, type Viewer } from "@corespond/kit";
import { Field, ID, InputType } from "type-graphql";

import { isSender } from "./referral.policy";
import { Acknowledgement } from "../vocabulary/acknowledgement";
import { ReferralOutcome } from "../vocabulary/referralOutcome";
import { ReferralReason } from "../vocabulary/referralReason";
import { ReferralStatus } from "../vocabulary/referralStatus";
import { ReferralUrgency } from "../vocabulary/referralUrgency";

const notForSenders =
  "A sender never gets this field, so filtering by it is refused with FORBIDDEN, whatever there is to find.";

/** Which referrals a list gives. */
@InputType({ description: "Which referrals a list gives: those that fit every part that is stated." })
export class ReferralFilter {
  @Field(() => [ReferralStatus], { nullable: true, description: `In one of these states. ${notForSenders}` })
  readonly status?: readonly ReferralStatus[] | null;

  @Field(() => ReferralOutcome, { nullable: true, description: `Ended so. ${notForSenders}` })
  readonly outcome?: ReferralOutcome | null;

  @Field(() => ID, { nullable: true, description: `Owned by this staff member. ${notForSenders}` })
  readonly ownerId?: string | null;

  @Field(() => Acknowledgement, { nullable: true, description: "Shown to its sender so." })
  readonly acknowledgement?: Acknowledgement | null;

  @Field(() => ID, { nullable: true, description: "For this agency's social worker." })
  readonly agencyId?: string | null;

  @Field(() => ReferralReason, { nullable: true, description: "With this reason among its reasons." })
  readonly reason?: ReferralReason | null;

  @Field(() => ReferralUrgency, { nullable: true, description: "Of this urgency." })
  readonly urgency?: ReferralUrgency | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "true: made by you, where you are on the sending side; owned by you or by a colleague whose caseload is lent to you today, where you are on the welfare side. false: any.",
  })
  readonly mine?: boolean | null;
}

const hiddenFromSenders = ["status", "outcome", "ownerId"] as const satisfies readonly (keyof ReferralFilter)[];

/**
 * Refuses to filter by what the viewer never gets (a count would tell what the field hides), with one error whatever
 * the data: an empty list would be an answer.
 */
export function refuseHiddenFilters(viewer: Viewer, filter: ReferralFilter): void {
  if (!isSender(viewer)) return;
  const hidden = hiddenFromSenders.find((field) => filter[field] != null);
  if (hidden === undefined) return;
  throw graphError("FORBIDDEN", `The role ${viewer.role} does not get \`${hidden}\`, so it may not filter by it.`, {
    field: hidden,
  });
}

/** An id of a filter as a list of the ids that it can be: none, where it can be none. */
export const idsOf = (id: string): readonly string[] => uuidKeys([id]);
