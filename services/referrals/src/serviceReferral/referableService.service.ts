import { fail, failNotFound, UserErrorCode, type RequestContext } from "@corespond/kit";

import { serviceFacts, type ServiceFact } from "../ports/resources.port";

/** A service that may be referred to. */
export interface ReferableService {
  readonly serviceId: string;
  readonly organizationId: string;
  /** Whether even the existence of a referral to it is confidential. */
  readonly isProtected: boolean;
}

const field = ["input", "serviceId"];

/** What to do where a service does not take referrals directly. */
const insteadOf: Readonly<Record<Exclude<NonNullable<ServiceFact["acceptanceMode"]>, "DIRECT">, string>> = {
  CALL_FIRST: "It wants a call first: ring it with the resident, and record the contact.",
  WALK_IN: "Residents walk in: tell the resident where and when, or go along, and record the contact.",
  COORDINATED_ENTRY: "It fills its places through coordinated entry: have the resident assessed there.",
};

/** Asks the resources slice whether a service exists, is active, and takes referrals directly. */
export async function referableService(context: RequestContext, serviceId: string): Promise<ReferableService> {
  const [fact] = await context.ports.ask(serviceFacts, { ids: [serviceId] });
  if (!fact) failNotFound("service", field);
  if (fact.status.toUpperCase() !== "ACTIVE")
    fail(UserErrorCode.INVALID, "The service is not active at present.", field);
  const { acceptanceMode, organizationId } = fact;
  if (acceptanceMode !== "DIRECT" || !fact.acceptsReferrals) {
    const instead =
      acceptanceMode === null || acceptanceMode === "DIRECT"
        ? "Ask it how it takes people in."
        : insteadOf[acceptanceMode];
    fail(UserErrorCode.INVALID, `The service takes no referrals here. ${instead}`, field);
  }
  if (organizationId === null)
    fail(UserErrorCode.INVALID, "The service belongs to no organization that could answer a referral.", field);
  return { serviceId, organizationId, isProtected: fact.protectedProgram !== "NONE" };
}
