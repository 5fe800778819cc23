import { defineLoader, idLoader, pageLoader, pageRequest, readBatch, rowColumns, type PageKey } from "@corespond/kit";
import type { DataSource } from "typeorm";

import type { CallsArgs } from "./call.args";
import { viewCall, type CallWithSubjects } from "./call.policy";
import { CallRow } from "./call.row";
import type { CallForService } from "./call.type";

const columns = (dataSource: DataSource): string => `${rowColumns(dataSource, CallRow, "c")},
  (SELECT coalesce(jsonb_agg(jsonb_build_object('recordId', s.record_id, 'role', s.role) ORDER BY s.position), '[]')
   FROM call_subject s WHERE s.call_id = c.id) AS "subjects"`;

/** Calls by id. */
export const callById = idLoader<CallWithSubjects, CallForService>("agencies.call.byId", {
  columns,
  from: "call_for_service c",
  idSql: "c.id",
  view: viewCall,
});

/** An agency and its own number of an incident. */
export interface IncidentKey {
  readonly agencyId: string;
  readonly incidentNumber: string;
}

/** Calls by the agency's own number. */
export const callByIncident = defineLoader<IncidentKey, CallForService>(
  "agencies.call.byIncident",
  async (context, keys) => {
    const rows = await readBatch<CallWithSubjects & Record<string, unknown>>(context, {
      name: "agencies.call.byIncident",
      text: `SELECT ${columns(context.database.dataSource)} FROM call_for_service c
           JOIN jsonb_to_recordset($1::jsonb) AS key ("agencyId" uuid, "incidentNumber" text)
             ON c.agency_id = key."agencyId" AND c.incident_number = key."incidentNumber"`,
      values: [JSON.stringify(keys)],
    });
    const views = rows.map((row) => viewCall(context, row));
    return keys.map(
      ({ agencyId, incidentNumber }) =>
        views.find((call) => call.agencyId === agencyId.toLowerCase() && call.incidentNumber === incidentNumber) ??
        null,
    );
  },
);

/** Whose calls a list holds: everybody's, an agency's, or a person's (the parents are then its source records). */
export type CallScope = "ALL" | "AGENCY" | "PERSON";

const scopeSql = {
  ALL: "true",
  AGENCY: "c.agency_id = parent.keys[1]",
  PERSON: "c.id IN (SELECT s.call_id FROM call_subject s WHERE s.record_id = ANY (parent.keys))",
} as const satisfies Readonly<Record<CallScope, string>>;

interface CallFilter {
  readonly scope: CallScope;
  readonly since: string | null;
  readonly until: string | null;
}

/** Lists of calls, latest first. */
export const callPages = pageLoader<CallWithSubjects, CallForService, CallFilter>("agencies.call.list", {
  list: (context, { scope, since, until }) => ({
    name: "agencies.call.list",
    columns: columns(context.database.dataSource),
    from: "call_for_service c",
    where: `${scopeSql[scope]} AND ($2::timestamptz IS NULL OR c.received_at >= $2) AND ($3::timestamptz IS NULL OR c.received_at < $3)`,
    values: [since, until],
    sort: { sql: "c.received_at", type: "timestamptz", descending: true },
    idSql: "c.id",
  }),
  view: viewCall,
});

/** The key of one page of a list of calls. */
export function callPageKey(
  args: CallsArgs,
  of: { readonly scope: CallScope; readonly parents: readonly string[] },
): PageKey<CallFilter> {
  const filter = {
    scope: of.scope,
    since: args.since?.toISOString() ?? null,
    until: args.until?.toISOString() ?? null,
  };
  return { parents: of.parents, page: pageRequest(args), filter };
}
