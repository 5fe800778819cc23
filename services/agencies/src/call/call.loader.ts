import {
  defineLoader,
  idLoader,
  loadPage,
  pageLoader,
  pageRequest,
  readBatch,
  rowColumns,
  uuidKeys,
  type Connection,
  type RequestContext,
} from "@corespond/kit";
import type { DataSource } from "typeorm";

import { expectCodeSet } from "../natureCode/expectCodeSet";
import type { CallsArgs, PersonCallsArgs } from "./call.args";
import { agenciesSeenBy, viewCall, type CallWithSubjects } from "./call.policy";
import type { CallSubjectRole } from "./call.roles";
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

/** Whose calls a list holds: one agency's, several agencies', or a person's (the parents are then its source records). */
type CallScope = keyof typeof scopeSql;

const scopeSql = {
  AGENCY: "c.agency_id = parent.keys[1]",
  AGENCIES: "c.agency_id = ANY (parent.keys)",
  PERSON: `c.id IN (SELECT s.call_id FROM call_subject s
    WHERE s.record_id = ANY (parent.keys) AND ($6::text IS NULL OR s.role = $6))`,
} as const;

interface CallFilter {
  readonly scope: CallScope;
  readonly since: string | null;
  readonly until: string | null;
  readonly commonCodes: readonly string[] | null;
  readonly beat: string | null;
  readonly role: CallSubjectRole | null;
}

/** Lists of calls, latest first. */
const callPages = pageLoader<CallWithSubjects, CallForService, CallFilter>("agencies.call.list", {
  list: (context, { scope, since, until, commonCodes, beat, role }) => ({
    name: "agencies.call.list",
    columns: columns(context.database.dataSource),
    from: "call_for_service c",
    where: `${scopeSql[scope]} AND ($2::timestamptz IS NULL OR c.received_at >= $2) AND ($3::timestamptz IS NULL OR c.received_at < $3)
      AND ($4::text[] IS NULL OR c.common_code = ANY ($4)) AND ($5::text IS NULL OR c.beat = $5)`,
    values: [since, until, commonCodes, beat, ...(scope === "PERSON" ? [role] : [])],
    sort: { sql: "c.received_at", type: "timestamptz", descending: true },
    idSql: "c.id",
  }),
  view: viewCall,
});

/** A page of the calls of an agency, or without one of all agencies, that the viewer may see. */
export async function loadCallsOfAgency(
  context: RequestContext,
  args: CallsArgs,
  agencyId: string | null,
): Promise<Connection<CallForService>> {
  const seen = agenciesSeenBy(context.viewer);
  // Row-level security would leave the others out as well, but only after it had walked through all their calls.
  const parents = agencyId === null ? seen : uuidKeys([agencyId]).filter((id) => seen.includes(id));
  return await loadCalls(context, args, { scope: parents.length > 1 ? "AGENCIES" : "AGENCY", parents });
}

/** A page of the calls of a person, known by these records, that the viewer may see. */
export async function loadCallsOfPerson(
  context: RequestContext,
  args: PersonCallsArgs,
  recordIds: readonly string[],
): Promise<Connection<CallForService>> {
  return await loadCalls(context, args, { scope: "PERSON", parents: uuidKeys(recordIds) });
}

async function loadCalls(
  context: RequestContext,
  args: CallsArgs & Pick<PersonCallsArgs, "role">,
  of: { readonly scope: CallScope; readonly parents: readonly string[] },
): Promise<Connection<CallForService>> {
  const { since, until, codeSet, beat = null, role = null } = args;
  const page = pageRequest(args);
  const filter = {
    scope: of.scope,
    since: since?.toISOString() ?? null,
    until: until?.toISOString() ?? null,
    commonCodes: codeSet ? (await expectCodeSet(context, codeSet)).commonCodes : null,
    beat,
    role,
  };
  return await loadPage(context, callPages, { parents: of.parents, page, filter });
}
