import {
  redactionsOf,
  type RequestContext,
  Role,
  roleIs,
  type RowAccess,
  versionTag,
  type Viewer,
} from "@corespond/kit";

import type { CallRow, CallSubjectRow } from "./call.row";
import { CallForService } from "./call.type";

const policeRoles = [Role.OFFICER, Role.DISPATCHER] as const;

const welfareRoles = [Role.SOCIAL_WORKER, Role.SUPERVISOR, Role.PRIVACY_OFFICER] as const;

/** Who may record calls, of the own agency and, for dispatchers, of the agencies that they dispatch. */
export const recordingRoles = policeRoles;

/** Who may say who is in a call: those who record it, and of the agencies that they serve those who work with residents. */
const linkingWelfareRoles = [Role.SOCIAL_WORKER, Role.SUPERVISOR] as const;

/** Who may link calls to persons. */
export const linkingRoles = [...recordingRoles, ...linkingWelfareRoles] as const;

/** Agencies whose calls a viewer of the database's session sees or records, as one array, once per statement. */
const agenciesOf = (welfare: string): string => `agency_id = ANY ((SELECT CASE
    WHEN corespond.viewer_role() = '${Role.OFFICER}' THEN ARRAY[corespond.viewer_agency()]
    WHEN corespond.viewer_role() = '${Role.DISPATCHER}' THEN corespond.viewer_agency() || corespond.viewer_serves()
    ${welfare}
    ELSE ARRAY[]::uuid[] END)::uuid[])`;

const seen = agenciesOf(`WHEN ${roleIs(...welfareRoles)} THEN corespond.viewer_serves()`);

const recorded = agenciesOf("");

const linked = agenciesOf(`WHEN ${roleIs(...linkingWelfareRoles)} THEN corespond.viewer_serves()`);

const system = `(select corespond.viewer_role()) = '${Role.SYSTEM}'`;

/**
 * Police see their own agency's calls, dispatchers those of the agencies that they dispatch, the county's staff those of
 * the agencies that they serve; nobody else any. The hub itself imports them. Histories are read like what they are of.
 */
export const callAccess: readonly RowAccess[] = [
  { table: "call_for_service", insert: recorded, update: system },
  { table: "call_history", insert: recorded },
  { table: "call_subject", insert: linked, update: system, delete: `${linked} OR ${system}` },
  { table: "call_subject_history", insert: linked },
].map((access) => ({ ...access, select: `${seen} OR ${system}`, insert: `${access.insert} OR ${system}` }));

/** Which codes count is public; the hub itself says so. */
export const natureCodeSetAccess: readonly RowAccess[] = ["nature_code_set", "nature_code_set_code"].map((table) => ({
  table,
  select: "true",
  insert: system,
}));

/** An agency's own codes: for those who may see its calls. */
export const natureCodeAccess: RowAccess = {
  table: "nature_code",
  select: `${seen} OR ${system}`,
  insert: system,
  update: system,
};

/** The same for code: whether a viewer may record calls of an agency. */
export function mayRecordFor(viewer: Viewer, agencyId: string): boolean {
  if (viewer.agencyId === agencyId) return true;
  return viewer.role === Role.DISPATCHER && viewer.serves.includes(agencyId);
}

/** The same for code: the agencies whose calls a viewer sees, if any. */
export function agenciesSeenBy({ role, agencyId, serves }: Viewer): readonly string[] {
  const own = agencyId === null ? [] : [agencyId];
  if (role === Role.OFFICER) return own;
  if (role === Role.DISPATCHER) return [...own, ...serves];
  return welfareRoles.some((welfare) => welfare === role) ? serves : [];
}

/** Cautions are for those who visit or send somebody; a privacy officer does neither. */
function withheldFields(viewer: Viewer): readonly (keyof CallForService)[] {
  return viewer.role === Role.PRIVACY_OFFICER ? ["cautions"] : [];
}

/** On which ground a viewer sees what an agency's calls tell; for the audit. */
export function callBasis(viewer: Viewer, agencyId: string): string {
  if (viewer.agencyId === agencyId) return "OWN_AGENCY";
  if (viewer.role === Role.DISPATCHER) return "DISPATCH";
  return viewer.role === Role.PRIVACY_OFFICER ? "OVERSIGHT" : "WELFARE_COORDINATION";
}

/** A call's row with the persons in it. */
export type CallWithSubjects = CallRow & { readonly subjects: readonly CallSubjectRow[] };

/** Makes a call's view for the viewer, and tells the audit of it. */
export function viewCall(context: RequestContext, row: CallWithSubjects): CallForService {
  const { viewer } = context;
  const withheld = withheldFields(viewer);
  const shown = {
    id: row.id,
    agencyId: row.agencyId,
    incidentNumber: row.incidentNumber,
    receivedAt: row.receivedAt,
    answeredAt: row.answeredAt,
    closedAt: row.closedAt,
    natureCode: row.natureCode,
    natureText: row.natureText,
    commonCode: row.commonCode,
    priority: row.priority,
    disposition: row.disposition,
    beat: row.beat,
    address: addressOf(row),
    cautions: withheld.includes("cautions") ? null : row.cautions,
    subjects: row.subjects.map(({ role, recordId }) => Object.freeze({ role, person: Object.freeze({ recordId }) })),
    recordedAt: row.recordedAt,
    redactions: redactionsOf(withheld),
  };
  context.audit.saw({
    type: "CallForService",
    id: row.id,
    recordIds: row.subjects.map(({ recordId }) => recordId),
    basis: callBasis(viewer, row.agencyId),
    withheld,
  });
  return Object.freeze(Object.assign(new CallForService(), { ...shown, version: versionTag(shown) }));
}

function addressOf({
  addressStreet: street,
  addressCity: city,
  addressText: text,
}: CallRow): CallForService["address"] {
  return street === null && city === null && text === null ? null : Object.freeze({ street, city, text });
}
