import { ImportError } from "@corespond/kit";

import { isTimeZone } from "../../calendar/calendarDay";

/** Throws `BAD_MAP` where a time zone is none of IANA's. */
export function checkTimeZone(timeZone: string): void {
  if (isTimeZone(timeZone)) return;
  throw new ImportError("BAD_MAP", {
    problem: `"${timeZone}" is no time zone`,
    remedy: "Name one of IANA's, such as America/Chicago.",
  });
}
