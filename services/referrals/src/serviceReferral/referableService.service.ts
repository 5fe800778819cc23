import { fail, failNotFound, load, UserErrorCode, type RequestContext } from "@corespond/kit";

import { agencyFacts } from "../ports/agencies.port";
import { referralById } from "../referral/referral.loader";
import type { Referral } from "../referral/referral.type";
import { consentsTo, type ConsentToFact } from "../ports/people.port";
import { serviceFacts, type ServiceFact } from "../ports/resources.port";
import { ProtectedProgram } from "../vocabulary/protectedProgram";

/** A service that may be referred to. */
export interface ReferableService {
  readonly serviceId: string;
  readonly organizationId: string;
  /** The kind of program where even the existence of a referral to it is confidential. */
  readonly protectedProgram: ProtectedProgram | null;
  /** For a protected program, the consents on the resident's record, and what each lacks for it. */
  readonly consents: readonly ConsentToFact[];
  /** For how many days its provider still sees the person after closing the service referral. */
  readonly sightDays: number;
}

/** Which service is asked about, and for which referral. */
interface AskedService {
  readonly serviceId: string;
  readonly referralId: string;
}

const field = ["input", "serviceId"];

/** What to do where a service does not take referrals directly. */
const insteadOf: Readonly<Record<Exclude<NonNullable<ServiceFact["acceptanceMode"]>, "DIRECT">, string>> = {
  CALL_FIRST: "It wants a call first: ring it with the resident, and record the contact.",
  WALK_IN: "Residents walk in: tell the resident where and when, or go along, and record the contact.",
  COORDINATED_ENTRY: "It fills its places through coordinated entry: have the resident assessed there.",
};

/** Asks the resources slice whether a service exists, is active, and takes referrals directly. */
export async function referableService(
  context: RequestContext,
  { serviceId, referralId }: AskedService,
): Promise<ReferableService> {
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
  const protectedProgram = fact.protectedProgram === "NONE" ? null : ProtectedProgram[fact.protectedProgram];
  const referral = await load(context, referralById, referralId);
  const sightDays = referral ? await sightDaysOf(context, referral) : 0;
  const consents =
    referral && protectedProgram
      ? await context.ports.ask(consentsTo, { recordId: referral.recordId, organizationId })
      : [];
  return { serviceId, organizationId, protectedProgram, consents, sightDays };
}

/** The rule of the program whose member the referral is for. */
async function sightDaysOf(context: RequestContext, { agencyId }: Referral): Promise<number> {
  const [agency] = await context.ports.ask(agencyFacts, { ids: [agencyId] });
  return agency?.providerSightDays ?? 0;
}
