import type { RequestContext } from "@corespond/kit";

import { intakeOf, type Intake } from "../ports/agencies.port";
import { nextReviewAt } from "./nextReviewAt";

/** What a sender is told about when somebody will look; all null where that is not known, so that nothing is promised. */
export interface IntakeAnswer {
  readonly nextReviewAt: Date | null;
  readonly outOfHours: boolean | null;
  readonly crisisNumbers: Intake["crisisNumbers"] | null;
}

/** The answer where nothing is known. */
export const nothingPromised: IntakeAnswer = { nextReviewAt: null, outOfHours: null, crisisNumbers: null };

/** Asks for the agency's intake hours and answers when somebody next looks, with the crisis numbers out of hours. */
export async function intakeAnswer(context: RequestContext, agencyId: string): Promise<IntakeAnswer> {
  const intake = await context.ports.ask(intakeOf, { agencyId }).catch((error: unknown) => {
    context.log.warn({ err: error }, "a referral is answered without intake hours");
    return null;
  });
  if (!intake) return nothingPromised;
  const next = nextReviewAt(intake, new Date()) ?? { nextReviewAt: null, outOfHours: true };
  return { ...next, crisisNumbers: next.outOfHours ? intake.crisisNumbers : null };
}
