import { portFunction, readBatch, uuidKeys, type RequestContext } from "@corespond/kit";
import { z } from "zod";

import type { AcceptanceMode } from "../service/acceptanceMode";
import type { ProtectedProgram } from "../service/protectedProgram";
import type { ServiceStatus } from "../service/service.status";

/** What another slice needs to know of a service before it refers somebody to it. */
export interface ServiceFacts {
  readonly id: string;
  readonly organizationId: string;
  readonly status: ServiceStatus;
  readonly acceptanceMode: AcceptanceMode;
  /** Whether it takes referrals now: it says so, and it is active. */
  readonly acceptsReferrals: boolean;
  readonly protectedProgram: ProtectedProgram;
}

const mostIds = 1_000;

/** The port's function `serviceFacts({ ids })`: facts of those services that exist. */
export const serviceFacts = portFunction(
  z.strictObject({ ids: z.array(z.string()).max(mostIds) }),
  (context: RequestContext, { ids }): Promise<readonly ServiceFacts[]> =>
    readBatch<ServiceFacts & Record<string, unknown>>(context, {
      name: "resources.port.serviceFacts",
      text: `SELECT s.id, s.organization_id AS "organizationId", s.status, s.acceptance_mode AS "acceptanceMode",
               s.accepts_referrals AND s.status = 'ACTIVE' AS "acceptsReferrals", s.protected_program AS "protectedProgram"
             FROM service s WHERE s.id = ANY ($1)`,
      values: [uuidKeys(ids)],
    }),
);
