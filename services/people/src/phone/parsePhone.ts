import { parsePhoneNumberFromString } from "libphonenumber-js";

import type { PersonPhone } from "./phone.type";

/** A number as written, and in E.164 where it is a possible number; without a country code it is one of the United States. */
export function parsePhone(written: string): PersonPhone {
  const raw = written.trim();
  const parsed = parsePhoneNumberFromString(raw, "US");
  return { raw, e164: parsed?.isPossible() === true ? parsed.number : null };
}
