import { type FieldRule, Role, type ShownFields } from "@corespond/kit";

import { ageOn, today } from "../birthDate/birthDate.rules";
import { ofOwnRecord } from "../record/ownRecord";
import { policeRoles, welfareRoles } from "../record/viewerRoles";
import { noSafeContact } from "../safeContact/safeContact.type";
import type { PersonDetails, StatedDetails } from "./details.type";

const careDetails = ["genderIdentity", "safeContact", "guardians.phone"] as const;

const policeDetails = ["birthDate", "sex", "addresses", "guardians", "description"] as const;

/** The details of a person or record that not every role gets, whatever they hold. */
export type DetailField = (typeof careDetails)[number] | (typeof policeDetails)[number];

/**
 * Who gets which details. Police roles do not get what is told for care (Minn. Stat. 13.46). Providers get what a service
 * needs to reach the person safely, and no more (45 CFR 164.502(b), minimum necessary). A resident gets the own,
 * without guardians (data of others) and without descriptions, whose words may name others: those are given on request.
 */
export const detailRules: readonly FieldRule<DetailField>[] = [
  {
    id: "description",
    fields: policeDetails,
    roles: [...policeRoles, ...welfareRoles, Role.SYSTEM],
    relation: "agencies' staff",
    basis: "STATUTE",
    source: "Minn. Stat. 13.82 and 13.46",
  },
  {
    id: "care",
    fields: careDetails,
    roles: [...welfareRoles, Role.SYSTEM],
    relation: "the welfare side",
    basis: "WELFARE_COORDINATION",
    source: "Minn. Stat. 13.46",
  },
  {
    ...ofOwnRecord,
    id: "ownDetails",
    fields: ["birthDate", "sex", "genderIdentity", "addresses", "safeContact"],
  },
  {
    id: "safety",
    fields: ["safeContact"],
    roles: [Role.PROVIDER],
    relation: "a provider who works with the person",
    basis: "CONSENT",
    source: "45 CFR 164.502(b)",
  },
];

/** The details that a viewer gets. */
export function shownDetails({ shown }: Pick<ShownFields<DetailField>, "shown">, stated: StatedDetails): PersonDetails {
  const guardians = stated.guardians.map((guardian) => ({
    ...guardian,
    phone: shown("guardians.phone", guardian.phone),
  }));
  return {
    names: stated.names,
    description: shown("description", stated.description),
    birthDate: shown("birthDate", stated.birthDate),
    age: stated.birthDate && ageOn(stated.birthDate.date, today()),
    sex: shown("sex", stated.sex),
    genderIdentity: shown("genderIdentity", stated.genderIdentity),
    languages: stated.languages,
    phones: stated.phones,
    addresses: shown("addresses", stated.addresses),
    safeContact: shown("safeContact", stated.safeContact ?? noSafeContact),
    guardians: shown("guardians", guardians),
  };
}
