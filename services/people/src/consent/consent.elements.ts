import { UserErrorCode, type UserError } from "@corespond/kit";

import { ConsentRegime } from "./consent.enums";
import type { GrantConsentInput } from "./consent.inputs";

const { PART_2, HEALTH_RECORDS_ACT, CHAPTER_13, VICTIM_RELEASE } = ConsentRegime;

/** One element that a law wants a consent to have. */
interface ConsentElement {
  readonly field: keyof GrantConsentInput;
  readonly words: string;
  readonly regimes: readonly ConsentRegime[];
  readonly has: (input: GrantConsentInput) => boolean;
}

const all = [PART_2, HEALTH_RECORDS_ACT, CHAPTER_13, VICTIM_RELEASE];
const butHealthRecords = [PART_2, CHAPTER_13, VICTIM_RELEASE];

/**
 * The elements, with the regimes that ask for them: 42 CFR 2.31(a); Minn. Stat. 144.293 (written, signed, dated); Minn.
 * Stat. 13.05 subd. 4 (informed consent); a victim's release is written, informed and limited in time. Recipients and
 * purpose are asked of every consent, because access here follows them.
 */
const elements: readonly ConsentElement[] = [
  { field: "patientName", words: "the person's name", regimes: [PART_2], has: (i) => i.patientName != null },
  {
    field: "disclosingAgencyIds",
    words: "who discloses",
    regimes: butHealthRecords,
    has: (i) => i.disclosingAgencyIds.length + i.disclosingOrganizationIds.length > 0,
  },
  {
    field: "description",
    words: "how much and what kind of data",
    regimes: butHealthRecords,
    has: (i) => i.description != null,
  },
  {
    field: "granteeAgencyIds",
    words: "to whom data may be passed",
    regimes: all,
    has: (i) => i.granteeAgencyIds.length + i.granteeOrganizationIds.length > 0 || i.recipientClass != null,
  },
  { field: "purpose", words: "the purpose", regimes: all, has: (i) => i.purpose != null },
  {
    field: "revocationRightStated",
    words: "that it can be revoked, and how",
    regimes: [PART_2],
    has: (i) => i.revocationRightStated,
  },
  {
    field: "expiresAt",
    words: "when it ends",
    regimes: butHealthRecords,
    has: (i) => i.expiresAt != null || i.expiryEvent != null,
  },
  { field: "signature", words: "the signature", regimes: all, has: (i) => i.signature != null },
  { field: "signedOn", words: "the date of the signature", regimes: all, has: (i) => i.signedOn != null },
  {
    field: "plainLanguage",
    words: "plain language, explained before it was signed",
    regimes: [CHAPTER_13, VICTIM_RELEASE],
    has: (i) => i.plainLanguage,
  },
];

/** What a consent lacks under the regimes that apply: one error for each element, all at once. */
export function missingElements(input: GrantConsentInput, regimes: readonly ConsentRegime[]): readonly UserError[] {
  const lacking = elements
    .filter((element) => element.regimes.some((regime) => regimes.includes(regime)) && !element.has(input))
    .map(({ field, words, regimes: asking }) =>
      required(field, `The consent must state ${words} (${asking.filter((r) => regimes.includes(r)).join(", ")}).`),
    );
  return input.intermediaryOrganizationId != null && input.granteeOrganizationIds.length === 0
    ? [...lacking, required("granteeOrganizationIds", "A consent through an intermediary must name its participants.")]
    : lacking;
}

const required = (field: string, message: string): UserError => ({
  code: UserErrorCode.REQUIRED,
  message,
  field: ["input", field],
});
