import { graphError, Role, type Viewer } from "@corespond/kit";

/** How far a viewer is told of repeated calls: who or where they are, how many there are, or nothing. */
export type RepeatCallsShown = "LIST" | "TOTALS" | "NOTHING";

/**
 * Who oversees or works with an agency's residents is told which of them and which places call again and again; police
 * and dispatch are told it of their own agency. An analyst is told how many, never a line per resident (domain rule L24).
 */
export function repeatCallsShown({ role, agencyId, serves }: Viewer, asked: string): RepeatCallsShown {
  switch (role) {
    case Role.SUPERVISOR:
    case Role.SOCIAL_WORKER:
    case Role.PRIVACY_OFFICER:
      return serves.includes(asked) ? "LIST" : "NOTHING";
    case Role.OFFICER:
    case Role.DISPATCHER:
      return agencyId === asked ? "LIST" : "NOTHING";
    case Role.ANALYST:
      return serves.includes(asked) ? "TOTALS" : "NOTHING";
    case Role.ANONYMOUS:
    case Role.PROVIDER:
    case Role.PARTNER_CLIENT:
    case Role.ADMINISTRATOR:
    case Role.RESIDENT:
    case Role.SYSTEM:
      return "NOTHING";
  }
}

/**
 * Totals by one threshold and by the next would tell of the few between them, however well each total hides small cells:
 * who is told totals alone asks by the threshold that the program has set.
 */
export function expectOwnThreshold(shown: RepeatCallsShown, threshold: number | null): void {
  if (shown === "TOTALS" && threshold !== null)
    throw graphError("FORBIDDEN", "Totals are told by the program's own threshold: leave `threshold` out.");
}

/** Fewer persons than this are no statistics any more: they could be told apart. */
export const smallestCell = 11;
