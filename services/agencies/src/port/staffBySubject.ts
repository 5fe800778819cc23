import { graphError, portFunction, readBatch, Role, type RequestContext } from "@corespond/kit";
import { z } from "zod";

import { coverHolds } from "../cover/coverHolds";

/** Who signs in: the claims of a viewer, and the issuers that may assert this person. */
export interface SignedInStaff {
  readonly id: string;
  readonly role: Role;
  readonly agencyId: string | null;
  readonly organizationId: string | null;
  readonly serves: readonly string[];
  readonly covers: readonly string[];
  readonly issuers: readonly string[];
}

/**
 * Agencies whose residents the person works for, as of the day in `today.day`: a social worker's assignments, and those
 * of the colleagues in `lent.ids`; every member of the own county's programs for who oversees them; the agencies that a
 * dispatcher's own agency dispatches.
 */
const servesSql = `
  CASE s.role
    WHEN 'SOCIAL_WORKER' THEN ARRAY(
      SELECT DISTINCT a.agency_id FROM assignment a
      WHERE (a.social_worker_id = s.id OR a.social_worker_id = ANY (lent.ids))
        AND a.from_on <= today.day AND (a.to_on IS NULL OR today.day < a.to_on))
    WHEN 'DISPATCHER' THEN ARRAY(SELECT a.id FROM agency a WHERE a.dispatched_by_id = s.agency_id)
    WHEN 'SUPERVISOR' THEN members.ids
    WHEN 'PRIVACY_OFFICER' THEN members.ids
    WHEN 'ANALYST' THEN members.ids
    ELSE ARRAY[]::uuid[]
  END`;

const staffSql = `
  SELECT s.id, s.role, s.agency_id AS "agencyId", s.organization_id AS "organizationId",
    ${servesSql} AS "serves", lent.ids AS "covers",
    ARRAY(SELECT i.issuer FROM issuer i
      WHERE i.any_employer OR i.agency_id = s.agency_id OR i.organization_id = s.organization_id ORDER BY i.issuer) AS "issuers"
  FROM staff_login l
  JOIN issuer i ON i.issuer = l.issuer
  JOIN staff_member s ON s.id = l.staff_id
    AND (i.any_employer OR i.agency_id = s.agency_id OR i.organization_id = s.organization_id)
  CROSS JOIN LATERAL (SELECT agency_today(s.agency_id) AS day) today
  CROSS JOIN LATERAL (SELECT ARRAY(
    SELECT DISTINCT m.agency_id FROM program p JOIN program_membership m ON m.program_id = p.id
    WHERE p.county_agency_id = s.agency_id AND m.joined_on <= today.day AND (m.left_on IS NULL OR today.day < m.left_on)) AS ids) members
  CROSS JOIN LATERAL (SELECT ARRAY(
    SELECT c.lender_id FROM caseload_cover c JOIN staff_member lender ON lender.id = c.lender_id
    WHERE c.covering_id = s.id AND s.role = 'SOCIAL_WORKER' AND ${coverHolds("c", "today.day")}
      AND lender.active_from <= today.day AND (lender.active_to IS NULL OR today.day < lender.active_to)) AS ids) lent
  WHERE l.issuer = $1 AND l.subject = $2 AND (s.role = 'PARTNER_CLIENT') = $3
    AND s.active_from <= today.day AND (s.active_to IS NULL OR today.day < s.active_to)`;

/**
 * The active staff member whom an issuer asserts by a subject, or the partner's machine whom it asserts by a client id;
 * null for an unknown subject, for one who is not active today, for a machine that claims a person's login or the other
 * way round, and for an issuer that is not its employer's: the gateway is not told which. For the hub alone.
 */
export const staffBySubject = portFunction(
  z.object({ issuer: z.string(), subject: z.string(), machine: z.boolean() }),
  async (context: RequestContext, { issuer, subject, machine }): Promise<SignedInStaff | null> => {
    if (context.viewer.role !== Role.SYSTEM) {
      throw graphError("FORBIDDEN", "Only the gateway itself may look up who signs in.");
    }
    const [staff] = await readBatch<SignedInStaff & Record<string, unknown>>(context, {
      name: "agencies.login.bySubject",
      text: staffSql,
      values: [issuer, subject, machine],
      prepared: true,
    });
    return staff ?? null;
  },
);
