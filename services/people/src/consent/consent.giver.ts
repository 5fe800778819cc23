import { UserErrorCode, type UserError } from "@corespond/kit";

import { ageOn } from "../birthDate/birthDate.rules";
import { GuardianAuthority, type Guardian } from "../guardian/guardian.type";
import { ConsentGiver, ConsentIncapacity, ConsentRegime } from "./consent.enums";
import type { GrantConsentInput } from "./consent.inputs";

/** What a record says of who may consent for its person. */
export interface ConsentingPerson {
  readonly birthDate: string | null;
  readonly guardians: readonly Guardian[];
}

const ageOfMajority = 18;

const authorityOf = {
  [ConsentGiver.PARENT]: GuardianAuthority.PARENT,
  [ConsentGiver.GUARDIAN]: GuardianAuthority.GUARDIAN,
  [ConsentGiver.HEALTH_CARE_AGENT]: GuardianAuthority.HEALTH_CARE_AGENT,
} as const;

const broken = (code: UserErrorCode, field: keyof GrantConsentInput, message: string): UserError => ({
  code,
  message,
  field: ["input", field],
});

const { REQUIRED, INVALID } = UserErrorCode;

/** The rules about who gives a consent that it breaks. Whose age is not known is taken for an adult. */
export function brokenGiverRules(
  input: GrantConsentInput,
  person: ConsentingPerson,
  regimes: readonly ConsentRegime[],
): readonly UserError[] {
  const day = input.signedOn ?? new Date().toISOString().slice(0, 10);
  const isMinor = person.birthDate !== null && ageOn(person.birthDate, day) < ageOfMajority;
  return input.givenBy === ConsentGiver.SUBJECT
    ? brokenBySubject(input, isMinor)
    : [...brokenByAnother(input, person, input.givenBy), ...brokenByAge(input, isMinor, regimes)];
}

function brokenBySubject({ incapacity, minorConsentBasis }: GrantConsentInput, isMinor: boolean): readonly UserError[] {
  if (incapacity != null)
    return [broken(INVALID, "givenBy", "Who lacks the capacity to consent does not consent for themselves.")];
  if (isMinor && minorConsentBasis == null)
    return [broken(REQUIRED, "minorConsentBasis", "A minor consents alone only where a law says so: state which.")];
  return !isMinor && minorConsentBasis != null
    ? [broken(INVALID, "minorConsentBasis", "By the record the person is no minor.")]
    : [];
}

function brokenByAnother(
  { givenByName }: GrantConsentInput,
  { guardians }: ConsentingPerson,
  givenBy: Exclude<ConsentGiver, ConsentGiver.SUBJECT>,
): readonly UserError[] {
  if (givenByName == null) return [broken(REQUIRED, "givenByName", "State who gave the consent for the person.")];
  const authority = authorityOf[givenBy];
  return guardians.some((guardian) => guardian.authority === authority && guardian.name === givenByName)
    ? []
    : [broken(INVALID, "givenByName", `The record has no ${authority} of this name.`)];
}

function brokenByAge(
  { givenBy, incapacity }: GrantConsentInput,
  isMinor: boolean,
  regimes: readonly ConsentRegime[],
): readonly UserError[] {
  if (isMinor) {
    return regimes.includes(ConsentRegime.PART_2)
      ? [broken(INVALID, "givenBy", "A minor consents alone under 42 CFR 2.14(b) and Minn. Stat. 144.343.")]
      : [];
  }
  if (givenBy === ConsentGiver.PARENT) return [broken(INVALID, "givenBy", "By the record the person is no minor.")];
  if (incapacity == null)
    return [broken(REQUIRED, "incapacity", "Another consents for an adult only who lacks the capacity: state why.")];
  return givenBy === ConsentGiver.GUARDIAN && incapacity !== ConsentIncapacity.ADJUDICATED
    ? [broken(INVALID, "incapacity", "A guardian is appointed by a court, which has found the incapacity.")]
    : [];
}
