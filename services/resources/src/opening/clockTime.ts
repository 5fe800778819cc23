/** A time of the day as a directory writes it. */
export interface ClockTime {
  /** Minutes after midnight, 0 to 1440. */
  readonly minutes: number;
  /** Minutes east of UTC, where the text says so. */
  readonly offset: number | null;
}

const form = /^(\d{1,2})(?::?(\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*([ap])?\.?m?\.?\s*(z|[+-]\d{2}(?::?\d{2})?)?$/i;

/** Reads `09:00`, `9:00AM`, `10:00:00`, `09:00-05:00`, `14:00Z`; null for any other text. */
export function parseClockTime(text: string): ClockTime | null {
  const [, hourText = "", minuteText, half, offset] = form.exec(text.trim()) ?? [];
  if (hourText === "" || (minuteText === undefined && half === undefined)) return null;
  const [hour, minute] = [Number(hourText), Number(minuteText ?? 0)];
  if (minute > 59 || (half !== undefined && (hour < 1 || hour > 12))) return null;
  const minutes = (half === undefined ? hour : (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0)) * 60 + minute;
  return minutes > 1440 ? null : { minutes, offset: offset === undefined ? null : offsetMinutes(offset) };
}

/** Writes minutes after midnight as `HH:MM`. */
export function formatClockTime(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

function offsetMinutes(text: string): number {
  if (text.toLowerCase() === "z") return 0;
  const digits = text.slice(1).replace(":", "").padEnd(4, "0");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return text.startsWith("-") ? -minutes : minutes;
}
