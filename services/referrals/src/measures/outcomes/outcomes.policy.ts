import { isHiddenPart, isShownPart, smallestShown } from "../suppression/smallCells";
import type { CallShares } from "./callShares.loader";
import { changeOf } from "./changeEstimate.type";
import type { Comparators, EnrolledCohort, PersonCounts } from "./cohort";
import type { GroupFigures, OutcomeEffect } from "./effect";
import { OutcomeGroup } from "./outcomeGroup.type";
import { ProgramOutcomes } from "./outcomes.type";
import type { OutcomesPlan } from "./outcomesPlan.loader";

/** Outcomes exactly as measured: never shown but through `outcomesFor`. */
export interface MeasuredOutcomes {
  readonly plan: OutcomesPlan;
  readonly cohort: EnrolledCohort;
  readonly comparators: Comparators;
  readonly effect: OutcomeEffect;
  readonly shares: CallShares;
  /** How many of the enrolled each agency of the program has. */
  readonly byAgency: ReadonlyMap<string, number>;
}

/**
 * The view of outcomes, exact or with small cells withheld: nothing of a group of fewer than 11 persons, nor of an
 * agency whose number the others would give away.
 */
export function outcomesFor(measured: MeasuredOutcomes, suppresses: boolean): ProgramOutcomes {
  const { plan, cohort, effect, comparators, shares } = measured;
  const enrolled = cohort.enrolled.length;
  const hidden = suppresses && (enrolled < smallestShown || isHiddenPart(measured.byAgency, plan.agencyId));
  const compared = effect.comparators?.persons ?? 0;
  const comparatorsHidden = hidden || (suppresses && compared > 0 && compared < smallestShown);
  const matched = enrolled - effect.unmatched;
  const adjustedHidden = comparatorsHidden || (suppresses && !isShownPart(matched, enrolled));
  const counted = (count: number): number | null => (hidden || (suppresses && count < smallestShown) ? null : count);
  const unmatchedShown = !suppresses || (!hidden && isShownPart(matched, enrolled));
  const counts = {
    immature: counted(cohort.immature),
    belowThreshold: counted(cohort.belowThreshold),
    unmatched: unmatchedShown ? effect.unmatched : null,
  };
  const group = (figures: GroupFigures | null, people: readonly PersonCounts[]): OutcomeGroup | null =>
    figures && groupOf(figures, people, plan.windowDays);
  return Object.assign(new ProgramOutcomes(), {
    ...termsOf(plan),
    enrolled: (hidden ? null : group(effect.enrolled, cohort.enrolled)) ?? emptyGroup(hidden ? null : 0),
    comparators: comparatorsHidden && compared > 0 ? emptyGroup(null) : group(effect.comparators, comparators.people),
    naiveChange: hidden ? null : changeOf(effect.naive),
    adjustedChange: adjustedHidden ? null : changeOf(effect.adjusted),
    caution: effect.caution,
    ...counts,
    shareBefore: hidden ? null : shares.shareBefore,
    shareAfter: hidden ? null : shares.shareAfter,
    unlinkedShare: hidden ? null : shares.unlinkedShare,
    atRiskAssumed: true,
    suppressed: hidden || adjustedHidden || Object.values(counts).includes(null),
  });
}

/** What was asked, as it was counted. */
function termsOf({
  question,
  knownAt,
  codeSet,
  agencyId,
  windowDays,
  washOutDays,
  threshold,
  comparator,
}: OutcomesPlan) {
  return {
    ...{ asOf: question.asOf, knownAt, windowDays, washOutDays, threshold, comparator, index: question.index },
    codeSet: { name: codeSet.name, version: codeSet.version },
    agency: agencyId === null ? null : { id: agencyId },
  };
}

function groupOf(figures: GroupFigures, people: readonly PersonCounts[], windowDays: number): OutcomeGroup {
  const sum = (of: (one: PersonCounts) => number): number =>
    people.reduce((total, one) => total + one.weight * of(one), 0);
  return Object.assign(new OutcomeGroup(), {
    ...figures,
    personDays: Math.round(sum(() => windowDays)),
    incidentsBefore: sum(({ before }) => before),
    incidentsAfter: sum(({ after }) => after),
  });
}

function emptyGroup(persons: number | null): OutcomeGroup {
  return Object.assign(new OutcomeGroup(), {
    ...{ persons, personDays: persons, incidentsBefore: persons, incidentsAfter: persons },
    ...{ rateBefore: null, rateAfter: null, medianBefore: null, medianAfter: null },
  });
}
