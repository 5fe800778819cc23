import { readBatch, type RequestContext } from "@corespond/kit";

import type { ReferralOutcome } from "../../vocabulary/referralOutcome";
import type { ReferralStatus } from "../../vocabulary/referralStatus";
import { getsNoSmallCells } from "../access/measures.policy";
import { measuredPeriod } from "../period/measuredPeriod.loader";
import type { PeriodArgs } from "../period/measurePeriod.args";
import { countPersons, personsOf } from "../persons/personsOf.loader";
import { hiddenParts, isHiddenPart, smallestShown } from "../suppression/smallCells";
import { ProgramConnections, type ConnectionCount } from "./connections.type";

interface Connected {
  readonly agencyId: string;
  readonly status: ReferralStatus;
  readonly outcome: ReferralOutcome | null;
  readonly serviceReferrals: number;
  readonly recordIds: readonly string[];
}

/** Counts the service referrals of a period. */
export async function programConnections(
  context: RequestContext,
  programId: string,
  args: PeriodArgs,
): Promise<ProgramConnections | null> {
  const asked = await measuredPeriod(context, { programId, field: "connections", args });
  if (asked === null) return null;
  const rows = await readBatch<Connected & Record<string, unknown>>(context, {
    name: "referrals.measure.connections",
    text: `SELECT agency_id AS "agencyId", status, outcome, service_referrals AS "serviceReferrals",
             accepted_record_ids AS "recordIds" FROM measured_connections($1, $2, $3)`,
    values: [asked.program.id, asked.since, asked.until],
  });
  const ofAsked = rows.filter(({ agencyId }) => asked.agencyId === null || agencyId === asked.agencyId);
  const recordIds = ofAsked.flatMap((row) => row.recordIds);
  const persons = countPersons(await personsOf(context, recordIds), recordIds);
  const suppresses = getsNoSmallCells(context.viewer);
  const whole =
    suppresses &&
    isHiddenPart(
      totals(rows, ({ agencyId }) => agencyId),
      asked.agencyId,
    );
  const counts = totals(ofAsked, ({ status, outcome }) => JSON.stringify([status, outcome]));
  const hidden = suppresses ? hiddenParts(counts) : new Set<string>();
  const personsShown = !whole && (!suppresses || persons >= smallestShown);
  return Object.assign(new ProgramConnections(), {
    serviceReferrals: whole ? null : [...counts.values()].reduce((sum, count) => sum + count, 0),
    personsConnected: personsShown ? persons : null,
    byOutcome: whole ? [] : countsOf(counts, hidden),
    suppressed: whole || hidden.size > 0 || !personsShown,
  });
}

function totals(rows: readonly Connected[], keyOf: (row: Connected) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + row.serviceReferrals);
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function countsOf(counts: ReadonlyMap<string, number>, hidden: ReadonlySet<string>): readonly ConnectionCount[] {
  return [...counts].map(([key, count]) => {
    const [status, outcome] = JSON.parse(key) as [ReferralStatus, ReferralOutcome | null];
    return { status, outcome, serviceReferrals: hidden.has(key) ? null : count };
  });
}
