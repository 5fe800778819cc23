import { portFunction, readBatch, uuidKeys } from "@corespond/kit";
import { z } from "zod";

import { grantRelated } from "../record/record.grants";
import type { ConsentCategory, ConsentRegime } from "./consent.enums";
import { coversPurpose, inForce } from "./consent.force";

/** How many consents of one record are looked at, the latest signed first. */
const mostConsents = 100;

/** What a consent says about passing data to one organization. */
interface ConsentToFact extends Record<string, unknown> {
  readonly id: string;
  readonly regimes: readonly ConsentRegime[];
  readonly categories: readonly ConsentCategory[];
  readonly purpose: string;
  readonly expiresAt: Date | null;
  readonly namesRecipient: boolean;
  readonly inForce: boolean;
  readonly coversPurpose: boolean;
}

/**
 * `consentsTo({ recordId, organizationId })`: the consents on a record that the viewer sees, and what each lacks for
 * passing data to an organization for the purpose that the request states. Nobody but the welfare side sees any.
 */
export const consentsTo = portFunction(
  z.object({ recordId: z.string(), organizationId: z.string() }),
  async (context, { recordId, organizationId }): Promise<readonly ConsentToFact[]> => {
    await grantRelated(context, { recordIds: [recordId] });
    return await readBatch<ConsentToFact>(context, {
      name: "people.consent.to",
      text: `SELECT c.id, c.regimes, c.categories, c.purpose, c.expires_at AS "expiresAt",
               c.grantee_organization_ids && $2 AS "namesRecipient", ${inForce} AS "inForce", ${coversPurpose} AS "coversPurpose"
             FROM consent c WHERE c.record_id = ANY ($1)
             ORDER BY c.signed_on DESC, c.id DESC LIMIT ${mostConsents}`,
      values: [uuidKeys([recordId]), uuidKeys([organizationId])],
    });
  },
);
