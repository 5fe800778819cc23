import { Role, type Viewer } from "@corespond/kit";

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
    case Role.SYSTEM:
      return "NOTHING";
  }
}

/** Fewer persons than this are no statistics any more: they could be told apart. */
export const smallestCell = 11;
