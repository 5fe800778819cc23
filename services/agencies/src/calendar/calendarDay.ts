/** The calendar's day in a time zone (IANA) now, as `YYYY-MM-DD`. */
export function todayIn(timeZone: string, now: Date = new Date()): string {
  // The Canadian locale writes ISO 8601.
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now);
}

/** Tells whether a text names a time zone that this runtime knows. */
export function isTimeZone(timeZone: string): boolean {
  try {
    return Intl.DateTimeFormat("en-CA", { timeZone }).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
