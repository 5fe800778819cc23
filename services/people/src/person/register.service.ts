import { fail, UserErrorCode, UserFailure, type RequestContext, type WriteTransaction } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

import { AddressRow } from "../address/address.row";
import { asFarAsKnown } from "../birthDate/birthDate.rules";
import { NameRow } from "../name/name.row";
import { NameUse } from "../name/name.type";
import { parsePhone } from "../phone/parsePhone";
import { PhoneRow } from "../phone/phone.row";
import { RecordRow } from "../record/record.row";
import type { RegisterPersonInput } from "./person.inputs";
import { PersonRow } from "./person.row";
import { brokenRules } from "./register.rules";

/** The ids of what a registration made. */
export interface Registered {
  readonly personId: string;
  readonly recordId: string;
}

/** Registers a person: a source record of the viewer's agency, linked to a new person and to no other. */
export async function registerPerson(transaction: WriteTransaction, input: RegisterPersonInput): Promise<Registered> {
  const broken = brokenRules(input);
  if (broken.length > 0) throw new UserFailure(broken);
  const { viewerId, agencyId } = registrar(transaction.context);
  const [personId, recordId] = [uuidv7(), uuidv7()];
  const { manager } = transaction;
  await manager.insert(PersonRow, { id: personId, redirectTo: null });
  await manager.insert(RecordRow, {
    id: recordId,
    personId,
    sourceAgencyId: agencyId,
    recordedBy: viewerId,
    ...recordValues(input),
  });
  const parts = partsOf(input, { recordId, sourceAgencyId: agencyId });
  await manager.insert(NameRow, parts.names);
  await manager.insert(PhoneRow, parts.phones);
  await manager.insert(AddressRow, parts.addresses);
  await keepWarning(transaction, input.tennessenWarning ?? null, { recordId, agencyId });
  await transaction.audit({
    action: "registerPerson",
    subjects: { Person: [personId], PersonRecord: [recordId] },
    recordIds: [recordId],
    fields: givenFields(input),
    basis: ["OWN_AGENCY"],
  });
  await transaction.emit({
    type: "person.registered",
    entityId: personId,
    payload: { personId, recordId, sourceAgencyId: agencyId },
  });
  return { personId, recordId };
}

async function keepWarning(
  transaction: WriteTransaction,
  warning: RegisterPersonInput["tennessenWarning"],
  { recordId, agencyId }: { readonly recordId: string; readonly agencyId: string },
): Promise<void> {
  if (warning == null) return;
  const { version, language, givenAt, givenBy } = warning;
  await transaction.query({
    name: "people.tennessen.keep",
    text: `INSERT INTO tennessen_warning (id, record_id, source_agency_id, version, language, given_at, given_by)
           VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    values: [uuidv7(), recordId, agencyId, version, language, givenAt, givenBy ?? transaction.context.viewer.id],
  });
}

function registrar({ viewer }: RequestContext): { readonly viewerId: string; readonly agencyId: string } {
  if (viewer.id === null || viewer.agencyId === null) {
    fail(UserErrorCode.NOT_ALLOWED, "Only an agency's staff register persons: a record belongs to an agency.");
  }
  return { viewerId: viewer.id, agencyId: viewer.agencyId };
}

function recordValues(input: RegisterPersonInput) {
  const { description, birthDate, sex, genderIdentity, languages, safeContact, guardians } = input;
  const known = birthDate ? asFarAsKnown(birthDate) : null;
  return {
    description: description ?? null,
    birthDate: known?.date ?? null,
    birthDatePrecision: known?.precision ?? null,
    sex: sex ?? null,
    genderIdentity: genderIdentity ?? null,
    languages: languages.map(({ code, preferred, needsInterpreter }) => ({ code, preferred, needsInterpreter })),
    safeContact: safeContact
      ? { channel: safeContact.channel, hours: [...safeContact.hours], instructions: safeContact.instructions ?? null }
      : null,
    guardians: guardians.map(({ name, relation, phone, authority }) => ({
      name,
      relation: relation ?? null,
      phone: phone == null ? null : parsePhone(phone),
      authority,
    })),
  };
}

function partsOf(input: RegisterPersonInput, record: { readonly recordId: string; readonly sourceAgencyId: string }) {
  const officialFirst = input.names.toSorted(
    (a, b) => Number(b.use === NameUse.OFFICIAL) - Number(a.use === NameUse.OFFICIAL),
  );
  return {
    names: officialFirst.map(({ use, given, middle, family, suffix }, position) => ({
      ...record,
      position,
      use,
      given: given ?? null,
      middle: middle ?? null,
      family: family ?? null,
      suffix: suffix ?? null,
    })),
    phones: input.phones.map(({ number }, position) => ({ ...record, position, ...parsePhone(number) })),
    addresses: input.addresses.map((address, position) => ({
      ...record,
      position,
      kind: address.kind,
      place: address.place ?? null,
      address1: address.address1 ?? null,
      address2: address.address2 ?? null,
      city: address.city ?? null,
      stateProvince: address.stateProvince ?? null,
      postalCode: address.postalCode ?? null,
      country: address.country,
    })),
  };
}

/** The fields that were stated, for the audit: names of fields, never values. */
function givenFields({ idempotencyKey: _key, ...fields }: RegisterPersonInput): readonly string[] {
  return Object.entries(fields)
    .filter(([, value]) => value != null && !(Array.isArray(value) && value.length === 0))
    .map(([field]) => `PersonRecord.${field}`);
}
