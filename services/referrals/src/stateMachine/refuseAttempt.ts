import { fail, UserErrorCode } from "@corespond/kit";

import type { Decision } from "./stateMachine";

/** What a refusal may tell its reader: the state as this viewer sees it, and what this viewer may do now. */
export interface Refusal {
  /** The noun, such as "referral". */
  readonly noun: string;
  /** The state in the viewer's own words: a sender hears of the acknowledgement, never of the status. */
  readonly shownState: string;
  /** The mutation that was tried. */
  readonly mutation: string;
  /** The mutations that are open to this viewer now. */
  readonly possible: readonly string[];
  readonly field: readonly string[];
}

/** Ends an action that its state machine does not allow: what was tried, where the record stands, what is possible. */
export function refuseAttempt(kind: Exclude<Decision<string>["kind"], "LEGAL">, refusal: Refusal): never {
  const { noun, shownState, mutation, field } = refusal;
  const possible = refusal.possible.length === 0 ? "Nothing" : refusal.possible.map((name) => `\`${name}\``).join(", ");
  const now = `Possible for you now: ${possible}.`;
  if (kind === "ILLEGAL") {
    fail(
      UserErrorCode.ILLEGAL_TRANSITION,
      `\`${mutation}\` is not possible: the ${noun} is ${shownState}. ${now}`,
      field,
    );
  }
  fail(
    UserErrorCode.NOT_ALLOWED,
    `\`${mutation}\` is for somebody else to do: the ${noun} is ${shownState}. ${now}`,
    field,
  );
}
