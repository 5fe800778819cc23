import { readBatch, Role, uuidKeys, type RequestContext, type Statement } from "@corespond/kit";

import { welfareRoles } from "../access/rolesOfReferrals";
import { inProviderSightSql } from "../serviceReferral/providerSight";
import type { ProtectedProgram } from "../vocabulary/protectedProgram";
import { openStatuses } from "../vocabulary/referralStatus";

/** Without ids, a viewer's newest relations are given, at most this many. */
export const mostRelations = 1_000;

/** A record with which a viewer has a relation. */
interface RelatedRecord extends Record<string, unknown> {
  readonly recordId: string;
  /** The kinds of protected programs through which a provider knows of it. */
  readonly programs: readonly ProtectedProgram[];
}

/**
 * The source records of the persons with whom the viewer has a working relation: for a provider, those of
 * service referrals that its organization has accepted and that are open, or were so until lately; for the welfare side, those of the open referrals that it may see, from
 * the moment they are sent, for nobody can decide on a referral of whom they do not know. Nobody else has one by way of
 * referrals. `recordIds` narrows the question; null asks for the newest.
 */
export async function relatedRecords(
  context: RequestContext,
  recordIds: readonly string[] | null,
): Promise<readonly RelatedRecord[]> {
  const asked = recordIds && uuidKeys(recordIds);
  const statement = relationStatement(context, asked);
  if (statement === null) return [];
  return await readBatch<RelatedRecord>(context, statement);
}

function relationStatement({ viewer }: RequestContext, asked: readonly string[] | null): Statement | null {
  if (viewer.role === Role.PROVIDER) {
    return {
      name: "referrals.relations.ofProvider",
      text: `SELECT s.record_id AS "recordId",
               coalesce(array_agg(DISTINCT coalesce(s.protected_program, 'PART_2')) FILTER (WHERE s.is_protected), '{}') AS programs
             FROM service_referral s
             WHERE s.organization_id = $1 AND ${inProviderSightSql("s")} ${narrowed("s")}
             GROUP BY s.record_id ORDER BY max(s.accepted_at) DESC, s.record_id LIMIT ${mostRelations}`,
      values: [viewer.organizationId, asked],
    };
  }
  if (!welfareRoles.includes(viewer.role)) return null;
  return {
    name: "referrals.relations.ofWelfare",
    text: `SELECT r.record_id AS "recordId", '{}'::text[] AS programs FROM referral r
           WHERE r.agency_id = ANY ($1) AND r.status = ANY ($3::text[]) ${narrowed("r")}
           GROUP BY r.record_id ORDER BY max(r.submitted_at) DESC, r.record_id LIMIT ${mostRelations}`,
    values: [viewer.serves, asked, openStatuses],
  };
}

const narrowed = (alias: string): string => `AND ($2::uuid[] IS NULL OR ${alias}.record_id = ANY ($2))`;
