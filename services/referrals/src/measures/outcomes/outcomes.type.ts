import { DateScalar } from "@corespond/kit";
import { Field, Float, Int, ObjectType } from "type-graphql";

import { AgencyReference } from "../../agency/agency.type";
import { suppressedDescription } from "../peopleReached/peopleReached.type";
import { Proportion } from "../statistics/proportion.type";
import { ChangeEstimate } from "./changeEstimate.type";
import { OutcomeCaution } from "./outcomeCaution";
import { OutcomeComparator } from "./outcomeComparator";
import { OutcomeGroup } from "./outcomeGroup.type";
import { OutcomeIndex } from "./outcomeIndex";

/** The set of codes that an answer counted by. */
@ObjectType({ description: "The set of common codes that an answer counted by.", simpleResolvers: true })
export class CountedCodeSet {
  @Field(() => String, { description: "The set's name." })
  readonly name: string;

  @Field(() => String, { description: "The set's version." })
  readonly version: string;
}

/** What changed for those whom a program enrolled. */
@ObjectType({
  description: `How often those whom a program enrolled were the subject of calls before and after, beside comparators who were chosen alike.
Incidents are distinct (merged ones count once), of the code set, as SUBJECT, at any agency of the program, on days of its time zone. The index day is nobody's window: the baseline is the windowDays before it, the window after begins after the wash-out. The repeat group, of which alone this is, had threshold incidents in the selection window, the windowDays before the baseline (for OWN_EARLIER_TREND, before the window before that).
Comparators have no index day of their own: each is counted around every index day of the enrolled on which it meets the same threshold in the same selection window (pseudo-index days), and those of a day weigh together as much as the enrolled of that day. Comparators of an agency's enrolled had an incident of that agency in the selection window.`,
  simpleResolvers: true,
})
export class ProgramOutcomes {
  @Field(() => DateScalar, { description: "The last day on which a window may end." })
  readonly asOf: string;

  @Field(() => Date, {
    description: "What was recorded until this instant was counted: ask with it for the same answer again.",
  })
  readonly knownAt: Date;

  @Field(() => Int, { description: "How many days each window has." })
  readonly windowDays: number;

  @Field(() => Int, { description: "How many days after the index day were left out." })
  readonly washOutDays: number;

  @Field(() => Int, {
    description: "How many incidents in the selection window made a person one of the repeat group.",
  })
  readonly threshold: number;

  @Field(() => OutcomeIndex, { description: "The day around which incidents were counted." })
  readonly index: OutcomeIndex;

  @Field(() => CountedCodeSet, { description: "Which incidents counted." })
  readonly codeSet: CountedCodeSet;

  @Field(() => AgencyReference, {
    nullable: true,
    description: "By whose referrals persons were enrolled; null for all agencies.",
  })
  readonly agency: AgencyReference | null;

  @Field(() => OutcomeComparator, { description: "With whom the enrolled are compared." })
  readonly comparator: OutcomeComparator;

  @Field(() => OutcomeGroup, { description: "The enrolled of the repeat group whose windows are complete." })
  readonly enrolled: OutcomeGroup;

  @Field(() => OutcomeGroup, { nullable: true, description: "The comparators; null where nobody is compared." })
  readonly comparators: OutcomeGroup | null;

  @Field(() => ChangeEstimate, {
    nullable: true,
    description:
      "NAIVE: the enrolled's rate after by their rate before. Never an effect of the program: what would have changed anyway is in it. Null where suppressed or nobody is enrolled.",
  })
  readonly naiveChange: ChangeEstimate | null;

  @Field(() => ChangeEstimate, {
    nullable: true,
    description:
      "The enrolled's change by the comparators' (difference-in-differences, a ratio of rate ratios), of those enrolled who have comparators on their index day. Null without comparators, or where suppressed.",
  })
  readonly adjustedChange: ChangeEstimate | null;

  @Field(() => OutcomeCaution, {
    nullable: true,
    description: "Why this must not be read as an effect; null where nothing is known against it.",
  })
  readonly caution: OutcomeCaution | null;

  @Field(() => Int, {
    nullable: true,
    description: "Enrolled of the repeat group who are left out because a window was not complete by `asOf`.",
  })
  readonly immature: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Enrolled who are left out because they were not of the repeat group.",
  })
  readonly belowThreshold: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Enrolled who have no comparator on their index day, and are left out of `adjustedChange`.",
  })
  readonly unmatched: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "The enrolled's share, from 0 to 1, of all such incidents of their agency (without `agencyId`, of the program's) from the first day of their baseline windows to the last, linked to a person or not. Null where the agencies slice gives you no counts.",
  })
  readonly shareBefore: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "The same from the first day of their windows after to the last.",
  })
  readonly shareAfter: number | null;

  @Field(() => Proportion, {
    nullable: true,
    description:
      "The share of such incidents whose subject is not known, from the first day of the baseline windows to the last of those after: no figure here holds them.",
  })
  readonly unlinkedShare: Proportion | null;

  @Field(() => Boolean, {
    description:
      "Whether everybody was taken to be at risk (at home, alive, in the area) on all days, because no absences are known here. True in every answer of this version.",
  })
  readonly atRiskAssumed: boolean;

  @Field(() => Boolean, { description: suppressedDescription })
  readonly suppressed: boolean;
}
