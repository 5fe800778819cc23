import { Role, roleIs } from "@corespond/kit";

/** Who may be told how many calls there were; an analyst is shown none of them. */
const countingRoles = [Role.SUPERVISOR, Role.ANALYST, Role.PRIVACY_OFFICER, Role.SOCIAL_WORKER] as const;

/** SQL of a relation: those of the agencies asked for whose calls may be counted for the signed viewer. */
export const countableAgenciesSql = (asked: string): string => `
  SELECT a.id FROM agency a
  WHERE a.id = ANY (${asked}) AND ((select corespond.viewer_role()) = '${Role.SYSTEM}'
    OR (${roleIs(...countingRoles)}
      AND a.id = ANY ((select corespond.viewer_serves() || corespond.viewer_agency())::uuid[])))`;
