import { rejection, type ImportClient, type Rejection } from "@corespond/kit";

import type { FilledColumns } from "./callColumns";
import type { CallMap } from "./callMap";
import type { Circle } from "./followReplaced";
import { mergeDisagreements, type MergeDisagreement } from "./mergeDisagreements";

/** The feed whose merges are followed. */
interface Feed {
  readonly file: string;
  readonly map: CallMap;
  readonly columns: FilledColumns;
}

/** What the report must say of a part's merges: circles, and what the two ends of a merge say of it differently. */
export async function mergeWarnings(
  client: ImportClient,
  feed: Feed,
  circles: readonly Circle[],
): Promise<readonly Rejection[]> {
  const disagreements = await mergeDisagreements(client, feed.columns);
  return [
    ...circles.map((circle) => circleWarning(feed, circle)),
    ...disagreements.map((disagreement) => disagreementWarning(feed, disagreement)),
  ];
}

function circleWarning({ file, map }: Feed, { line, incidentNumber }: Circle): Rejection {
  return rejection({
    ...{ file, line, severity: "warning", code: "MERGE_CIRCLE", value: incidentNumber },
    field: map.replacedBy ?? map.replaces ?? null,
    reason: "was replaced by incidents that it has itself replaced; each of them counts as its own",
  });
}

const disagreeing = {
  REPLACING: "was replaced by another incident, as its own row or a newer one says; that counts",
  REPLACED: "is not the only incident that is said to have replaced this one; what this one's own row says counts",
} as const satisfies Record<MergeDisagreement["said"], string>;

function disagreementWarning({ file, map }: Feed, { line, said, incidentNumber }: MergeDisagreement): Rejection {
  const field = said === "REPLACING" ? map.replaces : map.replacedBy;
  const reason = disagreeing[said];
  const what = { code: "MERGE_DISAGREEMENT", field: field ?? null, value: incidentNumber, reason };
  return rejection({ file, line, severity: "warning", ...what });
}
