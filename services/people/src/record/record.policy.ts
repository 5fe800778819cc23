import {
  redactionsOf,
  type RequestContext,
  Role,
  roleIs,
  type RowAccess,
  versionTag,
  type Viewer,
} from "@corespond/kit";

import type { AddressRow } from "../address/address.row";
import { asFarAsKnown } from "../birthDate/birthDate.rules";
import type { StatedDetails } from "../details/details.type";
import { shownDetails, withheldDetails } from "../details/details.policy";
import type { NameRow } from "../name/name.row";
import { nameText } from "../name/name.type";
import type { PhoneRow } from "../phone/phone.row";
import { deepFreeze } from "../rules/deepFreeze";
import type { RecordRow } from "./record.row";
import { PersonRecord } from "./record.type";
import { policeRoles, registeringRoles, relatedRoles, welfareRoles } from "./viewerRoles";

/** A record's row with the rows that hang on it, as the loader reads them in one statement. */
export interface WholeRecord extends RecordRow {
  readonly names: readonly NameRow[];
  readonly phones: readonly PhoneRow[];
  readonly addresses: readonly AddressRow[];
}

/**
 * Which records a viewer may see, over the two columns of a table that say whose record it is. Police roles: their own
 * agency's. Welfare roles: their own agency's and those of the agencies that they serve. Welfare roles and providers:
 * also those that the referrals slice has granted for this request, such as a record of a dispatch centre whose subject
 * is referred to them.
 */
export function recordVisible(columns: { readonly recordId: string; readonly sourceAgencyId: string }): string {
  const { recordId, sourceAgencyId } = columns;
  return `(
    (${roleIs(...policeRoles, ...welfareRoles)} AND ${sourceAgencyId} = (select corespond.viewer_agency()))
    OR (${roleIs(...welfareRoles)} AND ${sourceAgencyId} = ANY ((select corespond.viewer_serves())::uuid[]))
    OR (${roleIs(...relatedRoles)} AND ${recordId} = ANY ((select corespond.granted('records'))::uuid[]))
    OR ${roleIs(Role.SYSTEM)}
  )`;
}

const isHub = roleIs(Role.SYSTEM);

const mayRegister = `${roleIs(...registeringRoles)} AND source_agency_id = (select corespond.viewer_agency())`;

/** Row-level security of `person_record`. Nobody changes a record in place; the hub itself imports them. */
export const recordAccess: RowAccess = {
  table: "person_record",
  select: recordVisible({ recordId: "id", sourceAgencyId: "source_agency_id" }),
  insert: `(${mayRegister} AND recorded_by = (select corespond.viewer_id())) OR (${isHub} AND recorded_by IS NULL)`,
};

/** Row-level security of the tables that hang on a record: they hold the same person's data, so the same rule. */
export const recordPartsAccess: readonly RowAccess[] = ["person_name", "person_phone", "person_address"].map(
  (table) => ({
    table,
    select: recordVisible({ recordId: "record_id", sourceAgencyId: "source_agency_id" }),
    insert: `(${mayRegister}) OR ${isHub}`,
  }),
);

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
  if (sourceAgencyId === viewer.agencyId) return "OWN_AGENCY";
  return viewer.serves.includes(sourceAgencyId) ? "SERVED_AGENCY" : "RELATION";
}

/** Makes the view of a record: the only constructor. */
export function viewRecord({ viewer, audit }: RequestContext, row: WholeRecord): PersonRecord {
  const isProvider = viewer.role === Role.PROVIDER;
  const withheld = [...withheldDetails(viewer.role), ...(isProvider ? ["sourceAgency", "recordedBy"] : [])];
  audit.saw({
    type: "PersonRecord",
    id: row.id,
    recordIds: [row.id],
    basis: basisOf(viewer, row.sourceAgencyId),
    withheld,
  });
  const { age, ...details } = shownDetails(viewer.role, statedDetails(row));
  const seen = {
    ...details,
    id: row.id,
    sourceAgency: isProvider ? null : { id: row.sourceAgencyId },
    recordedBy: isProvider || row.recordedBy === null ? null : { id: row.recordedBy },
    recordedAt: row.recordedAt,
    redactions: redactionsOf(withheld),
  };
  return deepFreeze(Object.assign(new PersonRecord(), { ...seen, age, version: versionTag(seen) }));
}
