import {
  byTheHub,
  type Policy,
  redactionsOf,
  type RequestContext,
  Role,
  type RowRule,
  rowsSql,
  shownFields,
  versionTag,
  type Viewer,
  viewerSql,
} from "@corespond/kit";

import type { AddressRow } from "../address/address.row";
import { asFarAsKnown } from "../birthDate/birthDate.rules";
import { emergencyRule } from "../breakGlass/breakGlass.policy";
import type { StatedDetails } from "../details/details.type";
import { type DetailField, detailRules, shownDetails } from "../details/details.policy";
import type { NameRow } from "../name/name.row";
import { nameText } from "../name/name.type";
import type { PhoneRow } from "../phone/phone.row";
import { deepFreeze } from "../rules/deepFreeze";
import type { RecordRow } from "./record.row";
import { PersonRecord } from "./record.type";
import { ofOwnRecord } from "./ownRecord";
import { noteProtected } from "./protectedRelations";
import { policeRoles, registeringRoles, relatedRoles, welfareRoles } from "./viewerRoles";

/** A record's row with the rows that hang on it, as the loader reads them in one statement. */
export interface WholeRecord extends RecordRow {
  readonly names: readonly NameRow[];
  readonly phones: readonly PhoneRow[];
  readonly addresses: readonly AddressRow[];
}

/** The columns of a table that say whose record a row belongs to. */
export interface RecordColumns {
  readonly recordId: string;
  readonly sourceAgencyId: string;
}

/**
 * Which records a viewer may see, over the two columns of a table that say whose record it is. Police roles: their own
 * agency's. Welfare roles: their own agency's and those of the agencies that they serve. Welfare roles and providers:
 * also those that the referrals slice has granted for this request, such as a record of a dispatch centre whose subject
 * is referred to them. Residents: those that their sign-in was linked to.
 */
export function recordRules({ recordId, sourceAgencyId }: RecordColumns): readonly RowRule[] {
  return [
    {
      id: "ownAgency",
      roles: policeRoles,
      within: { column: sourceAgencyId, ids: `ARRAY[${viewerSql.agency}]` },
      relation: "recorded by the own agency",
      basis: "STATUTE",
      source: "Minn. Stat. 13.82",
    },
    {
      ...ofWelfare,
      id: "ownCounty",
      roles: welfareRoles,
      within: { column: sourceAgencyId, ids: `ARRAY[${viewerSql.agency}]` },
      relation: "recorded by the own county",
    },
    {
      ...ofWelfare,
      id: "served",
      roles: welfareRoles,
      within: { column: sourceAgencyId, ids: viewerSql.serves },
      relation: "recorded by an agency that one serves",
    },
    {
      ...ofWelfare,
      id: "referred",
      roles: welfareRoles,
      within: { column: recordId, ids: grantedRecords },
      relation: "subject of a referral that one sees",
    },
    {
      id: "accepted",
      roles: [Role.PROVIDER],
      within: { column: recordId, ids: grantedRecords },
      relation: "subject of an open service referral that the own organization has accepted",
      basis: "CONSENT",
      source: "45 CFR 164.502(b)",
    },
    {
      ...ofOwnRecord,
      id: "own",
      within: { column: recordId, ids: viewerSql.records },
    },
    byTheHub,
  ];
}

/** The same as a condition, for functions of the owner's that search. */
export function recordVisible(columns: RecordColumns): string {
  return `(${rowsSql(recordRules(columns))})`;
}

const ofWelfare = { basis: "WELFARE_COORDINATION", source: "Minn. Stat. 13.46" } as const;

const grantedRecords = "((select corespond.granted('records'))::uuid[])";

const registering: RowRule = {
  id: "registering",
  roles: registeringRoles,
  where: `source_agency_id = ${viewerSql.agency}`,
  relation: "for the own agency",
  basis: "STATUTE",
  source: "Minn. Stat. 13.82 and 13.46",
};

/** What anybody gets of a record that they see: who it is, and how to reach them. */
const identity = [
  "id",
  "person",
  "names",
  "age",
  "languages",
  "phones",
  "recordedAt",
  "version",
  "redactions",
  "statementsOfDisagreement",
] as const;

const origin = ["sourceAgency", "recordedBy"] as const;

/** Records, and what hangs on them: they hold the same person's data, so the same rule. Nobody changes one in place. */
export const recordPolicy: Policy<DetailField | (typeof identity)[number] | (typeof origin)[number]> = {
  type: "PersonRecord",
  tables: [
    {
      table: "person_record",
      select: [...recordRules({ recordId: "id", sourceAgencyId: "source_agency_id" }), emergencyRule("id")],
      insert: [
        { ...registering, where: `${registering.where ?? ""} AND recorded_by = ${viewerSql.id}` },
        { ...byTheHub, where: "recorded_by IS NULL" },
      ],
    },
    ...["person_name", "person_phone", "person_address"].map((table) => ({
      table,
      select: [
        ...recordRules({ recordId: "record_id", sourceAgencyId: "source_agency_id" }),
        emergencyRule("record_id"),
      ],
      insert: [registering, byTheHub],
    })),
  ],
  fields: [
    {
      id: "identity",
      fields: identity,
      roles: [...policeRoles, ...relatedRoles, Role.SYSTEM],
      relation: "whoever sees it",
      basis: "STATUTE",
      source: "Minn. Stat. 13.82 and 13.46",
    },
    { ...ofOwnRecord, id: "ownIdentity", fields: identity },
    ...detailRules,
    {
      id: "origin",
      fields: origin,
      roles: [...policeRoles, ...welfareRoles, Role.SYSTEM],
      relation: "agencies' staff",
      basis: "STATUTE",
      source: "45 CFR 164.502(b)",
    },
    { ...ofOwnRecord, id: "ownOrigin", fields: ["sourceAgency"] },
  ],
};

const nameParts = ["use", "given", "middle", "family", "suffix"] as const;
const phoneParts = ["raw", "e164"] as const;
const addressParts = [
  "kind",
  "place",
  "address1",
  "address2",
  "city",
  "stateProvince",
  "postalCode",
  "country",
] as const;

function pick<T extends object, K extends keyof T>(value: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, value[key]])) as Pick<T, K>;
}

/** What a record states. */
export function statedDetails(row: WholeRecord): StatedDetails {
  const { description, sex, genderIdentity, languages, safeContact, guardians } = row;
  const known = row.birthDate !== null && row.birthDatePrecision !== null;
  return {
    names: row.names.map((name) => ({ ...pick(name, nameParts), text: nameText(name) })),
    description,
    birthDate: known ? asFarAsKnown({ date: row.birthDate, precision: row.birthDatePrecision }) : null,
    sex,
    genderIdentity,
    languages,
    phones: row.phones.map((phone) => pick(phone, phoneParts)),
    addresses: row.addresses.map((address) => pick(address, addressParts)),
    safeContact,
    guardians,
  };
}

/** On which ground a viewer sees a record; for the audit. */
export function basisOf(viewer: Viewer, sourceAgencyId: string): string {
  if (viewer.role === Role.RESIDENT) return "OWN_RECORD";
  if (sourceAgencyId === viewer.agencyId) return "OWN_AGENCY";
  return viewer.serves.includes(sourceAgencyId) ? "SERVED_AGENCY" : "RELATION";
}

/** The same, told from an emergency: what no relation of the viewer's leads to, they have broken the glass for. */
export function groundOf({ viewer, grants }: RequestContext, row: WholeRecord): string {
  const basis = basisOf(viewer, row.sourceAgencyId);
  const related = basis !== "RELATION" || viewer.role === Role.SYSTEM;
  return related || grants.allowed("records")?.includes(row.id) === true ? basis : "EMERGENCY";
}

/** Makes the view of a record: the only constructor. */
export function viewRecord(context: RequestContext, row: WholeRecord): PersonRecord {
  const { viewer, audit } = context;
  const fields = shownFields(recordPolicy, viewer, row);
  const { shown, withheld } = fields;
  audit.saw({
    type: "PersonRecord",
    id: row.id,
    recordIds: [row.id],
    basis: groundOf(context, row),
    withheld,
  });
  noteProtected(context, [row.id]);
  const { age, ...details } = shownDetails(fields, statedDetails(row));
  const seen = {
    ...details,
    id: row.id,
    sourceAgency: shown("sourceAgency", { id: row.sourceAgencyId }),
    recordedBy: shown("recordedBy", row.recordedBy && { id: row.recordedBy }),
    recordedAt: row.recordedAt,
    redactions: redactionsOf(withheld),
  };
  return deepFreeze(Object.assign(new PersonRecord(), { ...seen, age, version: versionTag(seen) }));
}
