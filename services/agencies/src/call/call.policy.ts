import {
  type AnyPolicy,
  byTheHub,
  type Policy,
  publicRows,
  redactionsOf,
  type RequestContext,
  Role,
  type RowRule,
  shownFields,
  versionTag,
  type Viewer,
  viewerSql,
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

const theAgency = (ids: string) => ({ within: { column: "agency_id", ids } });

const ofPolice = { basis: "STATUTE", source: "Minn. Stat. 13.82" } as const;

const own: RowRule = {
  ...ofPolice,
  ...theAgency(`ARRAY[${viewerSql.agency}]`),
  id: "ownAgency",
  roles: policeRoles,
  relation: "of the own agency",
};

const dispatched: RowRule = {
  ...ofPolice,
  ...theAgency(viewerSql.serves),
  id: "dispatched",
  roles: [Role.DISPATCHER],
  relation: "of an agency that one dispatches",
};

const served: RowRule = {
  ...theAgency(viewerSql.serves),
  id: "served",
  roles: welfareRoles,
  relation: "of an agency that one serves",
  basis: "WELFARE_COORDINATION",
  source: "joint powers agreement; Minn. Stat. 13.82",
};

const linking: RowRule = { ...served, roles: linkingWelfareRoles };

const seen = [own, dispatched, served, byTheHub];

const recorded = [own, dispatched, byTheHub];

const linked = [own, dispatched, linking, byTheHub];

const everyField = [
  "id",
  "agency",
  "incidentNumber",
  "receivedAt",
  "answeredAt",
  "closedAt",
  "natureCode",
  "natureText",
  "commonCode",
  "priority",
  "disposition",
  "beat",
  "address",
  "subjects",
  "recordedAt",
  "version",
  "redactions",
] as const;

/**
 * Police see their own agency's calls, dispatchers those of the agencies that they dispatch, the county's staff those of
 * the agencies that they serve; nobody else any. The hub itself imports them. Histories are read like what they are of.
 * Cautions are for those who visit or send somebody; a privacy officer does neither.
 */
export const callPolicy: Policy<(typeof everyField)[number] | "cautions"> = {
  type: "CallForService",
  tables: [
    { table: "call_for_service", select: seen, insert: recorded, update: [byTheHub] },
    { table: "call_history", select: seen, insert: recorded },
    { table: "call_subject", select: seen, insert: linked, update: [byTheHub], delete: linked },
    { table: "call_subject_history", select: seen, insert: linked },
  ],
  fields: [
    {
      ...ofPolice,
      id: "call",
      fields: everyField,
      roles: [...policeRoles, ...welfareRoles],
      relation: "whoever sees it",
    },
    {
      ...ofPolice,
      id: "cautions",
      fields: ["cautions"],
      roles: [...policeRoles, ...linkingWelfareRoles],
      relation: "whoever visits",
    },
  ],
};

/** Which codes count is public; the hub itself says so. */
export const natureCodeSetPolicy: AnyPolicy = {
  type: "NatureCodeSet",
  tables: ["nature_code_set", "nature_code_set_code"].map((table) => ({
    table,
    select: [publicRows],
    insert: [byTheHub],
  })),
  fields: [],
};

/** An agency's own codes: for those who may see its calls. */
export const natureCodePolicy: AnyPolicy = {
  type: "NatureCode",
  tables: [{ table: "nature_code", select: seen, insert: [byTheHub], update: [byTheHub] }],
  fields: [],
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
  const { shown: ifShown, withheld } = shownFields(callPolicy, viewer, row);
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
    cautions: ifShown("cautions", row.cautions),
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
