import { readBatch, type RequestContext } from "@corespond/kit";

import { getsNoSmallCells } from "../access/measures.policy";
import { measuredPeriod } from "../period/measuredPeriod.loader";
import type { PeriodArgs } from "../period/measurePeriod.args";
import { countPersons, personsOf } from "../persons/personsOf.loader";
import { isHiddenPart, smallestShown } from "../suppression/smallCells";
import { PeopleReached } from "./peopleReached.type";

/** Counts the persons whom a program reached. */
export async function peopleReached(
  context: RequestContext,
  programId: string,
  args: PeriodArgs,
): Promise<PeopleReached | null> {
  const asked = await measuredPeriod(context, { programId, field: "peopleReached", args });
  if (asked === null) return null;
  const rows = await readBatch<{ agencyId: string; recordIds: string[] }>(context, {
    name: "referrals.measure.contacts",
    text: `SELECT agency_id AS "agencyId", record_ids AS "recordIds" FROM measured_contacts($1, $2, $3)`,
    values: [asked.program.id, asked.since, asked.until],
  });
  const ofAsked = rows.filter(({ agencyId }) => asked.agencyId === null || agencyId === asked.agencyId);
  const persons = await personsOf(
    context,
    rows.flatMap(({ recordIds }) => recordIds),
  );
  const count = countPersons(
    persons,
    ofAsked.flatMap(({ recordIds }) => recordIds),
  );
  const byAgency = new Map(rows.map(({ agencyId, recordIds }) => [agencyId, countPersons(persons, recordIds)]));
  const suppressed =
    getsNoSmallCells(context.viewer) && (count < smallestShown || isHiddenPart(byAgency, asked.agencyId));
  return Object.assign(new PeopleReached(), { persons: suppressed ? null : count, suppressed });
}
