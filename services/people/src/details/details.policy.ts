import { Role } from "@corespond/kit";

import { ageOn, today } from "../birthDate/birthDate.rules";
import { noSafeContact } from "../safeContact/safeContact.type";
import type { PersonDetails, StatedDetails } from "./details.type";

const guardianPhone = "guardians.phone";

const everything = [
  "birthDate",
  "sex",
  "genderIdentity",
  "addresses",
  "safeContact",
  "guardians",
  "description",
] as const;

/**
 * The details that a role never gets, whatever a record holds. Police roles: what is told for care (Minn. Stat. 13.46).
 * Providers: what a service does not need to reach and serve the person (45 CFR 164.502(b), minimum necessary).
 */
export function withheldDetails(role: Role): readonly string[] {
  switch (role) {
    case Role.SOCIAL_WORKER:
    case Role.SUPERVISOR:
    case Role.PRIVACY_OFFICER:
    case Role.SYSTEM:
      return [];
    case Role.OFFICER:
    case Role.DISPATCHER:
      return ["genderIdentity", "safeContact", guardianPhone];
    case Role.PROVIDER:
      return everything.filter((field) => field !== "safeContact");
    case Role.ANONYMOUS:
    case Role.ANALYST:
    case Role.PARTNER_CLIENT:
    case Role.ADMINISTRATOR:
      return everything;
  }
}

/** The details that a role gets. */
export function shownDetails(role: Role, stated: StatedDetails): PersonDetails {
  const withheld = new Set(withheldDetails(role));
  const shown = <T>(field: string, value: T): T | null => (withheld.has(field) ? null : value);
  const guardians = stated.guardians.map((guardian) => ({ ...guardian, phone: shown(guardianPhone, guardian.phone) }));
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
