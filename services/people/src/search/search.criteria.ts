import { graphError } from "@corespond/kit";

import { brokenBirthDateRule } from "../birthDate/birthDate.rules";
import { parsePhone } from "../phone/parsePhone";

/** What to search by, as a client gives it. */
export interface SearchArguments {
  readonly name?: string | null;
  readonly birthDate?: string | null;
  readonly phone?: string | null;
}

/** What to search by, as the search takes it; null is "not asked for". */
export interface SearchCriteria {
  readonly name: string | null;
  readonly birthDate: string | null;
  readonly e164: string | null;
  readonly lastSeven: string | null;
}

/** The longest list of matches. */
export const mostMatches = 50;

const longestName = 200;
const phoneDigits = 7;

/** Checks a client's criteria; what breaks a rule is the client's error and names its argument. */
export function searchCriteria({ name, birthDate, phone }: SearchArguments): SearchCriteria {
  if (name == null && birthDate == null && phone == null) {
    throw graphError("BAD_USER_INPUT", "Search by at least one of `name`, `birthDate` and `phone`.", {
      argumentName: "name",
    });
  }
  return { name: checkedName(name), birthDate: checkedBirthDate(birthDate), ...checkedPhone(phone) };
}

function checkedName(name: string | null | undefined): string | null {
  if (name == null) return null;
  const letters = name.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 2 || name.length > longestName) {
    throw graphError(
      "BAD_USER_INPUT",
      `\`name\` must have 2 letters or more, and ${longestName} characters or fewer.`,
      { argumentName: "name" },
    );
  }
  return name.replace(/\p{Cc}/gu, " ");
}

function checkedBirthDate(birthDate: string | null | undefined): string | null {
  if (birthDate == null) return null;
  const broken = brokenBirthDateRule(birthDate);
  if (broken !== null) throw graphError("BAD_USER_INPUT", broken, { argumentName: "birthDate" });
  return birthDate;
}

function checkedPhone(phone: string | null | undefined): Pick<SearchCriteria, "e164" | "lastSeven"> {
  if (phone == null) return { e164: null, lastSeven: null };
  const { e164 } = parsePhone(phone);
  const digits = (e164 ?? phone).replace(/\D/g, "");
  if (digits.length < phoneDigits || phone.length > 40) {
    throw graphError("BAD_USER_INPUT", "`phone` must have 7 digits or more, and 40 characters or fewer.", {
      argumentName: "phone",
    });
  }
  return { e164, lastSeven: digits.slice(-phoneDigits) };
}
