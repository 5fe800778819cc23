import { defineLoader, invariant, load, readBatch, type RequestContext } from "@corespond/kit";

import { defaultRepeatCallerRule } from "../program/repeatCallerRule";
import type { RepeatCallersArgs } from "./repeatCalls.args";
import { expectThreshold, expectWindow, longestWindow, type RepeatWindow } from "./repeatWindow";

interface WindowKey {
  readonly agencyId: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly knownAt: string | null;
}

type WindowRow = RepeatWindow & { readonly keyNumber: number; readonly days: number };

/**
 * Days of the program that the agency runs or belongs to, or of the oldest (as `agency_today` has it). A day that makes
 * the window too long is left as it is asked, and refused; what is known is never later than now, and whole milliseconds.
 */
const windowSql = `
  SELECT key.number AS "keyNumber", zone.name AS "timeZone", day.since::text AS "since", day.until::text AS "until",
    day.until - day.since AS "days", coalesce(program.repeat_caller_threshold, ${defaultRepeatCallerRule.threshold}) AS "threshold",
    (day.since - length.days)::timestamp AT TIME ZONE zone.name AS "before",
    day.since::timestamp AT TIME ZONE zone.name AS "from", day.until::timestamp AT TIME ZONE zone.name AS "to",
    date_trunc('milliseconds', least(key.known_at, statement_timestamp())) AS "knownAt"
  FROM jsonb_to_recordset($1::jsonb) AS key (number integer, agency uuid, since date, until date, known_at timestamptz)
  LEFT JOIN LATERAL (
    SELECT p.time_zone, p.repeat_caller_threshold, p.repeat_caller_days FROM program p
    ORDER BY (p.county_agency_id = key.agency
      OR EXISTS (SELECT FROM program_membership m WHERE m.program_id = p.id AND m.agency_id = key.agency)) DESC, p.launched_on, p.id
    LIMIT 1) program ON true
  CROSS JOIN LATERAL (SELECT coalesce(program.time_zone, 'UTC') AS name) zone
  CROSS JOIN LATERAL (
    SELECT coalesce(key.until, (statement_timestamp() AT TIME ZONE zone.name)::date) AS until) last
  CROSS JOIN LATERAL (
    SELECT last.until, coalesce(key.since, last.until - coalesce(program.repeat_caller_days, ${defaultRepeatCallerRule.days})) AS since) day
  CROSS JOIN LATERAL (SELECT least(greatest(day.until - day.since, 0), ${longestWindow}) AS days) length`;

const windowByKey = defineLoader<WindowKey, WindowRow>("agencies.repeatCalls.window", async (context, keys) => {
  const rows = await readBatch<WindowRow & Record<string, unknown>>(context, {
    name: "agencies.repeatCalls.window",
    text: windowSql,
    values: [
      JSON.stringify(
        keys.map(({ agencyId: agency, since, until, knownAt: known_at }, number) => ({
          number,
          agency,
          since,
          until,
          known_at,
        })),
      ),
    ],
  });
  const windows = new Map(rows.map((row) => [row.keyNumber, row]));
  return keys.map((_, number) => windows.get(number) ?? null);
});

/** The window that is asked for at an agency, checked. */
export async function loadRepeatWindow(
  context: RequestContext,
  agencyId: string,
  args: Omit<RepeatCallersArgs, "codeSet">,
): Promise<RepeatWindow> {
  const { since = null, until = null, threshold = null, knownAt } = args;
  expectThreshold(threshold);
  const window = await load(context, windowByKey, {
    agencyId,
    since,
    until,
    knownAt: knownAt?.toISOString() ?? null,
  });
  invariant(window, "every agency has a window");
  expectWindow(window);
  return { ...window, threshold: threshold ?? window.threshold };
}
