import { readBatch, type RequestContext } from "@corespond/kit";

import { personsOf, type Persons } from "../persons/personsOf.loader";
import { startOfDay } from "../period/measuredPeriod.loader";
import { dayNumber, dayOf, dayOfNumber } from "./dayNumber";
import { OutcomeIndex } from "./outcomeIndex";
import type { OutcomesPlan } from "./outcomesPlan.loader";
import type { PersonHistory } from "./personHistory";

interface Enrolment {
  readonly recordId: string;
  readonly agencyId: string;
  readonly firstReferralAt: Date;
  readonly firstContactAt: Date | null;
}

interface Incidents {
  readonly recordId: string;
  readonly agencyId: string;
  readonly incidents: readonly number[];
  readonly days: readonly number[];
}

/** The windows of an index day reach back three times their length at most. */
const windowsBack = 3;

/** What is known of all persons whom a question may concern, as numbers: no id of a record is left in it. */
export async function personHistories(context: RequestContext, plan: OutcomesPlan): Promise<readonly PersonHistory[]> {
  const enrolments = await readEnrolments(context, plan);
  const indexDays = enrolments.flatMap((enrolment) => indexDayOf(enrolment, plan) ?? []);
  if (indexDays.length === 0) return [];
  const firstIndex = indexDays.reduce((least, day) => Math.min(least, day));
  const incidents = await readIncidents(context, plan, firstIndex - windowsBack * plan.windowDays);
  const persons = await personsOf(
    context,
    [...enrolments, ...incidents].map(({ recordId }) => recordId),
  );
  return historiesOf({ enrolments, incidents, persons }, plan);
}

async function readEnrolments(context: RequestContext, plan: OutcomesPlan): Promise<readonly Enrolment[]> {
  return await readBatch<Enrolment & Record<string, unknown>>(context, {
    name: "referrals.measure.enrolments",
    text: `SELECT record_id AS "recordId", agency_id AS "agencyId", first_referral_at AS "firstReferralAt",
             first_contact_at AS "firstContactAt" FROM measured_enrolments($1, $2, $3)`,
    values: [plan.program.id, plan.until, plan.knownAt],
  });
}

async function readIncidents(
  context: RequestContext,
  { program, codeSet, until, knownAt }: OutcomesPlan,
  firstDay: number,
): Promise<readonly Incidents[]> {
  const since = startOfDay(dayOfNumber(firstDay), program.timeZone).toJSDate();
  return await readBatch<Incidents & Record<string, unknown>>(context, {
    name: "referrals.measure.incidents",
    text: `SELECT record_id AS "recordId", agency_id AS "agencyId", incidents, days
           FROM measured_incidents($1, $2, $3, $4, $5, $6)`,
    values: [program.id, codeSet.commonCodes, since, until, knownAt, program.timeZone],
  });
}

function indexDayOf(
  { firstContactAt, firstReferralAt }: Enrolment,
  { question, program }: OutcomesPlan,
): number | null {
  const at = question.index === OutcomeIndex.FIRST_CONTACT ? firstContactAt : firstReferralAt;
  if (at === null) return null;
  return dayNumber(dayOf(at, program.timeZone));
}

interface Found {
  readonly enrolments: readonly Enrolment[];
  readonly incidents: readonly Incidents[];
  readonly persons: Persons;
}

/** One person's incidents by their numbers, and the earliest index. */
interface Gathered {
  readonly incidents: Map<number, { readonly day: number; readonly agency: string }>;
  index: { readonly day: number; readonly agency: string } | null;
  referred: boolean;
}

function historiesOf({ enrolments, incidents, persons }: Found, plan: OutcomesPlan): readonly PersonHistory[] {
  const gathered = new Map<number, Gathered>();
  const of = (recordId: string): Gathered => {
    const person = persons.get(recordId) ?? -1;
    const known = gathered.get(person) ?? { incidents: new Map(), index: null, referred: false };
    gathered.set(person, known);
    return known;
  };
  for (const enrolment of enrolments) {
    const person = of(enrolment.recordId);
    const day = indexDayOf(enrolment, plan);
    person.referred = true;
    if (day !== null && isEarlier({ day, agency: enrolment.agencyId }, person.index))
      person.index = { day, agency: enrolment.agencyId };
  }
  for (const row of incidents) {
    const known = of(row.recordId).incidents;
    row.incidents.forEach((incident, n) => {
      const day = row.days[n] ?? 0;
      if (day < (known.get(incident)?.day ?? Infinity)) known.set(incident, { day, agency: row.agencyId });
    });
  }
  return [...gathered].map(([person, known]) => historyOf(person, known));
}

/** Of two enrolments on one day the agencies' ids decide, so that no order of rows does. */
function isEarlier(one: NonNullable<Gathered["index"]>, other: Gathered["index"]): boolean {
  return other === null || one.day < other.day || (one.day === other.day && one.agency < other.agency);
}

function historyOf(person: number, { incidents, index, referred }: Gathered): PersonHistory {
  const rising = [...incidents].sort(([m, a], [n, b]) => a.day - b.day || m - n);
  return {
    person,
    days: rising.map(([, { day }]) => day),
    incidents: rising.map(([number]) => number),
    agencies: rising.map(([, { agency }]) => agency),
    indexDay: index?.day ?? null,
    indexAgency: index?.agency ?? null,
    referred,
  };
}
