import { UserErrorCode, type UserError } from "@corespond/kit";

import { ConsentRegime } from "./consent.enums";
import type { GrantConsentInput } from "./consent.inputs";

const { PART_2, HEALTH_RECORDS_ACT, CHAPTER_13, VICTIM_RELEASE } = ConsentRegime;

/** A victim's release is reasonably limited in time; how long that is, is our choice. */
const victimReleaseDays = 90;

const dayMs = 86_400_000;

/** The instant that many days after the start of a day. */
const daysAfter = (day: string, days: number): Date => new Date(Date.parse(day) + days * dayMs);

/** The instant a year after the start of a day. */
const yearAfter = (day: string): Date => new Date(`${String(Number(day.slice(0, 4)) + 1)}${day.slice(4)}`);

/** The last instant that the strictest of the regimes allows, or null where none of them sets one. */
function latestEnd(regimes: readonly ConsentRegime[], signedOn: string): Date | null {
  if (regimes.includes(VICTIM_RELEASE)) return daysAfter(signedOn, victimReleaseDays);
  return regimes.includes(CHAPTER_13) ? yearAfter(signedOn) : null;
}

/**
 * When a consent ends. Under the Health Records Act one that states no date ends after a year (Minn. Stat. 144.293 subd.
 * 4), an event notwithstanding: the stricter reading. Null where nothing but an event ends it.
 */
export function endOf(
  { expiresAt, signedOn }: Pick<GrantConsentInput, "expiresAt" | "signedOn">,
  regimes: readonly ConsentRegime[],
): Date | null {
  if (expiresAt != null) return expiresAt;
  return signedOn != null && regimes.includes(HEALTH_RECORDS_ACT) ? yearAfter(signedOn) : null;
}

/** The rules of its time that a consent breaks. */
export function brokenTimeRules(input: GrantConsentInput, regimes: readonly ConsentRegime[]): readonly UserError[] {
  const { expiresAt, expiryEvent, signedOn, recipientClass } = input;
  const errors: UserError[] = [];
  const say = (code: UserErrorCode, field: string, message: string): void => {
    errors.push({ code, message, field: ["input", field] });
  };
  if (expiryEvent != null && (recipientClass == null || !regimes.includes(PART_2)))
    say(
      UserErrorCode.INVALID,
      "expiryEvent",
      "Only a consent under 42 CFR Part 2 to all treatment, payment and operations ends by an event.",
    );
  if (expiryEvent != null && expiresAt == null && regimes.some((r) => r === CHAPTER_13 || r === VICTIM_RELEASE))
    say(UserErrorCode.REQUIRED, "expiresAt", "A law that applies beside 42 CFR Part 2 asks for a date, not an event.");
  if (signedOn == null) return errors;
  if (signedOn > new Date().toISOString().slice(0, 10))
    say(UserErrorCode.INVALID, "signedOn", `A consent is not signed in the future, but got: ${signedOn}.`);
  const latest = latestEnd(regimes, signedOn);
  if (expiresAt != null && latest !== null && expiresAt > latest)
    say(
      UserErrorCode.INVALID,
      "expiresAt",
      `Under ${regimes.join(", ")} this consent ends by ${latest.toISOString()}, but got: ${expiresAt.toISOString()}.`,
    );
  const end = endOf(input, regimes);
  if (end !== null && end <= new Date())
    say(UserErrorCode.INVALID, "expiresAt", `The consent has ended already, at ${end.toISOString()}.`);
  return errors;
}
