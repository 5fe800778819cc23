import { fail, failNotFound, Role, UserErrorCode, type RequestContext } from "@corespond/kit";

import { agencyFacts, callFacts, type AgencyFact } from "../ports/agencies.port";
import { recordFacts } from "../ports/people.port";
import type { SubmitReferralInput } from "./submitReferral.inputs";

/** What a submission rests on. */
export interface SubmissionFacts {
  readonly recordId: string;
  readonly agencyId: string;
  /** Null where the agencies slice did not answer: the referral is saved all the same. */
  readonly agency: AgencyFact | null;
}

/**
 * Finds out what a submission rests on. Without the person, or a call that is named, nothing can be saved, so their
 * slices must answer; what an agency is matters less than that a referral is not lost.
 */
export async function submissionFacts(context: RequestContext, input: SubmitReferralInput): Promise<SubmissionFacts> {
  const agencyId = agencyOf(context, input);
  const [recordId, agency] = await Promise.all([
    recordOf(context, input.personId),
    agencyFactOf(context, agencyId),
    checkCall(context, input.callId ?? null, agencyId),
  ]);
  return { recordId, agencyId, agency };
}

function agencyOf({ viewer }: RequestContext, input: SubmitReferralInput): string {
  const agencyId = input.agencyId?.toLowerCase() ?? viewer.agencyId;
  const own = viewer.role !== Role.SOCIAL_WORKER && agencyId === viewer.agencyId;
  const served = viewer.role !== Role.OFFICER && agencyId !== null && viewer.serves.includes(agencyId);
  if (agencyId === null || viewer.agencyId === null || !(own || served)) {
    fail(UserErrorCode.NOT_ALLOWED, "You refer for your own agency, or for one that you serve: name it.", [
      "input",
      "agencyId",
    ]);
  }
  return agencyId;
}

async function recordOf(context: RequestContext, personId: string): Promise<string> {
  const [fact] = await context.ports.ask(recordFacts, { recordIds: [], personIds: [personId] });
  return fact?.recordId ?? failNotFound("person", ["input", "personId"]);
}

async function agencyFactOf(context: RequestContext, agencyId: string): Promise<AgencyFact | null> {
  const facts = await context.ports.ask(agencyFacts, { ids: [agencyId] }).catch((error: unknown) => {
    context.log.warn({ err: error }, "a referral is taken without the facts of its agency");
    return null;
  });
  if (facts === null) return null;
  const fact = facts.find(({ id }) => id === agencyId);
  if (fact?.memberSince == null) {
    const help =
      "Nobody would see this referral. Where life is in danger call 911; in a mental health crisis call or text 988.";
    fail(UserErrorCode.NOT_ALLOWED, `No program's social worker serves this agency. ${help}`, ["input", "agencyId"]);
  }
  return fact;
}

async function checkCall(context: RequestContext, callId: string | null, agencyId: string): Promise<void> {
  if (callId === null) return;
  const [call] = await context.ports.ask(callFacts, { ids: [callId] });
  if (!call) failNotFound("call", ["input", "callId"]);
  if (call.agencyId !== agencyId) {
    fail(UserErrorCode.INVALID, "The call must be one of the agency that the referral is for.", ["input", "callId"]);
  }
}
