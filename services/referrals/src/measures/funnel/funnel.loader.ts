import { readBatch, type RequestContext } from "@corespond/kit";

import { getsNoSmallCells } from "../access/measures.policy";
import { measuredPeriod } from "../period/measuredPeriod.loader";
import type { PeriodArgs } from "../period/measurePeriod.args";
import { proportionOf } from "../statistics/proportion.type";
import { hiddenParts, isHiddenPart, isShownPart } from "../suppression/smallCells";
import { byAgency, endsOf, rejectReasonsOf, stagesOf, type FateCount } from "./funnel.counts";
import { ReferralFunnel } from "./funnel.type";

/** Counts what became of the referrals of a period. */
export async function referralFunnel(
  context: RequestContext,
  programId: string,
  args: PeriodArgs,
): Promise<ReferralFunnel | null> {
  const asked = await measuredPeriod(context, { programId, field: "funnel", args });
  if (asked === null) return null;
  const fates = await readBatch<FateCount & Record<string, unknown>>(context, {
    name: "referrals.measure.funnel",
    text: `SELECT agency_id AS "agencyId", status, reason, accepted, contacted, connected, referrals
           FROM measured_funnel($1, $2, $3)`,
    values: [asked.program.id, asked.since, asked.until],
  });
  const ofAsked = fates.filter(({ agencyId }) => asked.agencyId === null || agencyId === asked.agencyId);
  const suppresses = getsNoSmallCells(context.viewer);
  return funnelOf(ofAsked, { suppresses, whole: suppresses && isHiddenPart(byAgency(fates), asked.agencyId) });
}

type Counts = Readonly<
  Record<"sent" | keyof ReturnType<typeof stagesOf> | keyof ReturnType<typeof endsOf>, number | null>
>;

const nothing: Counts = {
  ...{ sent: null, accepted: null, contacted: null, connected: null },
  ...{ completed: null, rejected: null, cancelled: null, failed: null, open: null },
};

/** Whether small cells are withheld, and whether everything is. */
interface Withholding {
  readonly suppresses: boolean;
  readonly whole: boolean;
}

function funnelOf(fates: readonly FateCount[], withheld: Withholding): ReferralFunnel {
  const counts = withheld.whole ? nothing : shownCounts(fates, withheld.suppresses);
  const reasons = rejectReasonsOf(fates);
  const hidden = withheld.suppresses ? hiddenParts(reasons) : new Set();
  const rejectReasons = withheld.whole
    ? []
    : [...reasons].map(([reason, referrals]) => ({
        reason,
        referrals: counts.rejected === null || hidden.has(reason) ? null : referrals,
      }));
  return Object.assign(new ReferralFunnel(), {
    ...counts,
    acceptedShare: proportionOf(counts.accepted, counts.sent),
    contactedShare: proportionOf(counts.contacted, counts.sent),
    connectedShare: proportionOf(counts.connected, counts.sent),
    completedShare: proportionOf(counts.completed, counts.sent),
    rejectReasons,
    suppressed: Object.values(counts).includes(null) || rejectReasons.some(({ referrals }) => referrals === null),
  });
}

/** All counts; with small ones, and those that would give one away, withheld. */
function shownCounts(fates: readonly FateCount[], suppresses: boolean): Counts {
  const [ends, stages] = [endsOf(fates), stagesOf(fates)];
  const sent = Object.values(ends).reduce((sum, count) => sum + count, 0);
  if (!suppresses) return { sent, ...stages, ...ends };
  const hiddenEnds = hiddenParts(new Map(Object.entries(ends)));
  const accepted = isShownPart(stages.accepted, sent) ? stages.accepted : null;
  const ofAccepted = (count: number): number | null =>
    [sent, accepted ?? sent].every((whole) => isShownPart(count, whole)) ? count : null;
  const end = (name: keyof typeof ends): number | null => (hiddenEnds.has(name) ? null : ends[name]);
  return {
    ...{ sent, accepted, contacted: ofAccepted(stages.contacted), connected: ofAccepted(stages.connected) },
    ...{ completed: end("completed") && ofAccepted(ends.completed), failed: end("failed") && ofAccepted(ends.failed) },
    ...{ rejected: end("rejected"), cancelled: end("cancelled"), open: end("open") },
  };
}
