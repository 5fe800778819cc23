import { readBatch, type RequestContext } from "@corespond/kit";

import { getsNoSmallCells } from "../access/measures.policy";
import { measuredPeriod } from "../period/measuredPeriod.loader";
import type { PeriodArgs } from "../period/measurePeriod.args";
import { isHiddenPart, isShownPart } from "../suppression/smallCells";
import { TimeToContact } from "./timeToContact.type";

interface Waited {
  readonly agencyId: string | null;
  readonly referrals: number;
  readonly contacted: number;
  readonly medianHours: number | null;
  readonly p90Hours: number | null;
}

const nobody = { referrals: 0, contacted: 0, medianHours: null, p90Hours: null };

/** Measures how long the referrals of a period waited for a contact. */
export async function timeToContact(
  context: RequestContext,
  programId: string,
  args: PeriodArgs,
): Promise<TimeToContact | null> {
  const asked = await measuredPeriod(context, { programId, field: "timeToContact", args });
  if (asked === null) return null;
  const rows = await readBatch<Waited & Record<string, unknown>>(context, {
    name: "referrals.measure.timesToContact",
    text: `SELECT agency_id AS "agencyId", referrals, contacted, median_hours AS "medianHours", p90_hours AS "p90Hours"
           FROM measured_times_to_contact($1, $2, $3)`,
    values: [asked.program.id, asked.since, asked.until],
  });
  const waited = rows.find(({ agencyId }) => agencyId === asked.agencyId) ?? nobody;
  const byAgency = new Map(
    rows.flatMap(({ agencyId, referrals }) => (agencyId === null ? [] : [[agencyId, referrals]])),
  );
  const suppresses = getsNoSmallCells(context.viewer);
  const { referrals, contacted, medianHours, p90Hours } = waited;
  const all = !suppresses || !isHiddenPart(byAgency, asked.agencyId);
  const part = all && (!suppresses || isShownPart(contacted, referrals));
  return Object.assign(new TimeToContact(), {
    referrals: all ? referrals : null,
    contacted: part ? contacted : null,
    notYet: part ? referrals - contacted : null,
    medianHours: part ? medianHours : null,
    p90Hours: part ? p90Hours : null,
    suppressed: !part,
  });
}
