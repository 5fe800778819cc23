const hourMs = 60 * 60 * 1000;

/**
 * Tells whether a figure is older than its unit allows. Minnesota Mental Health Access asks for beds every 24 hours,
 * and weekly for residential treatment.
 */
export function isStale(updatedAt: Date, staleAfterHours: number, now: Date): boolean {
  return now.getTime() - updatedAt.getTime() > staleAfterHours * hourMs;
}
