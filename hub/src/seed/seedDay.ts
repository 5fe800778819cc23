const dayMs = 86_400_000;

/** A day of the calendar, `YYYY-MM-DD`, so many days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** How many days one day lies after another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** A minute of a day as a clock shows it, `HH:MM:00`. */
export function clockAt(minuteOfDay: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}:00`;
}

/** A time of that day by the county's clock in winter, RFC 3339. */
export function timeOfDay(day: string, minuteOfDay: number): string {
  return `${day}T${clockAt(minuteOfDay)}-06:00`;
}
