import type { RequestContext } from "@corespond/kit";

import { callCounts, type CallCount } from "../../ports/agencies.port";
import { startOfDay } from "../period/measuredPeriod.loader";
import { proportionOf, type Proportion } from "../statistics/proportion.type";
import type { EnrolledCounts } from "./cohort";
import { dayOfNumber } from "./dayNumber";
import type { OutcomesPlan } from "./outcomesPlan.loader";
import { windowsAround, type DayWindow } from "./outcomeWindows";
import type { PersonHistory } from "./personHistory";

/** What part of all incidents the enrolled had, and how many incidents nobody is linked to. */
export interface CallShares {
  readonly shareBefore: number | null;
  readonly shareAfter: number | null;
  readonly unlinkedShare: Proportion | null;
}

/** How many agencies one question about counts may name. */
const mostAgencies = 200;

/** Compares the enrolled's incidents with all that their agencies had, as the agencies slice counts them. */
export async function callShares(
  context: RequestContext,
  plan: OutcomesPlan,
  cohort: { readonly enrolled: readonly EnrolledCounts[]; readonly histories: readonly PersonHistory[] },
): Promise<CallShares> {
  if (cohort.enrolled.length === 0) return { shareBefore: null, shareAfter: null, unlinkedShare: null };
  const windows = cohort.enrolled.map(({ index }) => windowsAround(index, plan));
  const [before, after] = [
    spanOf(windows.map((window) => window.before)),
    spanOf(windows.map((window) => window.after)),
  ];
  const [allBefore, allAfter, all] = await Promise.all(
    [before, after, { from: before.from, to: after.to }].map((span) => countsIn(context, plan, span)),
  );
  const persons = new Set(cohort.enrolled.map(({ person }) => person));
  const enrolled = cohort.histories.filter(({ person }) => persons.has(person));
  const { incidents, linkedIncidents } = totalOf(all ?? []);
  return {
    shareBefore: shareOf(enrolled, before, allBefore ?? []),
    shareAfter: shareOf(enrolled, after, allAfter ?? []),
    unlinkedShare: proportionOf(incidents - linkedIncidents, incidents),
  };
}

function spanOf(windows: readonly DayWindow[]): DayWindow {
  return {
    from: windows.reduce((least, { from }) => Math.min(least, from), Infinity),
    to: windows.reduce((most, { to }) => Math.max(most, to), -Infinity),
  };
}

async function countsIn(
  context: RequestContext,
  { program, codeSet, agencyId, knownAt }: OutcomesPlan,
  span: DayWindow,
): Promise<readonly CallCount[]> {
  const instant = (day: number): string => startOfDay(dayOfNumber(day), program.timeZone).toJSDate().toISOString();
  const agencyIds = agencyId === null ? program.agencyIds : [agencyId];
  const parts = Array.from({ length: Math.ceil(agencyIds.length / mostAgencies) }, (_, n) =>
    agencyIds.slice(n * mostAgencies, (n + 1) * mostAgencies),
  );
  const period = { from: instant(span.from), to: instant(span.to + 1), knownAt: knownAt.toISOString() };
  const counts = await Promise.all(
    parts.map((part) => context.ports.ask(callCounts, { agencyIds: part, codeSetId: codeSet.id, ...period })),
  );
  return counts.flat();
}

function totalOf(counts: readonly CallCount[]): Pick<CallCount, "incidents" | "linkedIncidents"> {
  return {
    incidents: counts.reduce((sum, count) => sum + count.incidents, 0),
    linkedIncidents: counts.reduce((sum, count) => sum + count.linkedIncidents, 0),
  };
}

/** Both sides are of the agencies that were counted; an incident of two of the enrolled is one. */
function shareOf(enrolled: readonly PersonHistory[], span: DayWindow, counts: readonly CallCount[]): number | null {
  const counted = new Set(counts.map(({ agencyId }) => agencyId));
  const theirs = new Set<number>();
  for (const { days, incidents, agencies } of enrolled) {
    days.forEach((day, n) => {
      if (day >= span.from && day <= span.to && counted.has(agencies[n] ?? "")) theirs.add(incidents[n] ?? -1);
    });
  }
  const { incidents } = totalOf(counts);
  return incidents === 0 ? null : theirs.size / incidents;
}
