import type { RequestContext } from "@corespond/kit";

import { getsNoSmallCells } from "../access/measures.policy";
import { callShares } from "./callShares.loader";
import { comparatorsOf, enrolledCohort } from "./cohort";
import { effectOf } from "./effect";
import type { OutcomesQuestion } from "./outcomes.args";
import { outcomesFor, type MeasuredOutcomes } from "./outcomes.policy";
import type { ProgramOutcomes } from "./outcomes.type";
import { outcomesPlan } from "./outcomesPlan.loader";
import { personHistories } from "./personHistories.loader";

/** Measures what changed for those whom a program enrolled, as the viewer may see it. */
export async function programOutcomes(
  context: RequestContext,
  programId: string,
  question: OutcomesQuestion,
): Promise<ProgramOutcomes | null> {
  const measured = await measureOutcomes(context, programId, { question, field: "outcomes" });
  return measured && outcomesFor(measured, getsNoSmallCells(context.viewer));
}

/** Measures outcomes exactly, for our own code; `field` names what asks. */
export async function measureOutcomes(
  context: RequestContext,
  programId: string,
  asked: { readonly question: OutcomesQuestion; readonly field: string },
): Promise<MeasuredOutcomes | null> {
  const plan = await outcomesPlan(context, programId, asked);
  if (plan === null) return null;
  const histories = await personHistories(context, plan);
  const cohort = enrolledCohort(histories, plan);
  const comparators = comparatorsOf(cohort.enrolled, histories, plan);
  return {
    plan,
    cohort,
    comparators,
    effect: effectOf(cohort.enrolled, comparators, plan),
    shares: await callShares(context, plan, { enrolled: cohort.enrolled, histories }),
    byAgency: enrolledByAgency(histories, enrolledCohort(histories, { ...plan, agencyId: null }).enrolled),
  };
}

function enrolledByAgency(
  histories: Awaited<ReturnType<typeof personHistories>>,
  enrolled: readonly { readonly person: number }[],
): ReadonlyMap<string, number> {
  const persons = new Set(enrolled.map(({ person }) => person));
  const counts = new Map<string, number>();
  for (const { person, indexAgency } of histories) {
    if (indexAgency !== null && persons.has(person)) counts.set(indexAgency, (counts.get(indexAgency) ?? 0) + 1);
  }
  return counts;
}
