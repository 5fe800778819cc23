import { UserErrorCode, UserFailure, type UserError } from "@corespond/kit";

import type { ConsentToFact } from "../ports/people.port";
import { type ProtectedProgram, protectionOf } from "../vocabulary/protectedProgram";

const required = (message: string): UserError => ({
  code: UserErrorCode.REQUIRED,
  message,
  field: ["input", "serviceId"],
});

/**
 * The consent by which a resident may be referred to a protected program, of those on the record. Without one the action
 * ends with all that is missing: what no consent on the record has, or that no single one has it all.
 */
export function requireConsent(program: ProtectedProgram, consents: readonly ConsentToFact[]): ConsentToFact {
  const { regime, category } = protectionOf[program];
  const asked: readonly [string, (consent: ConsentToFact) => boolean][] = [
    [`answers to ${regime}`, ({ regimes }) => regimes.includes(regime)],
    [`covers ${category}`, ({ categories }) => categories.includes(category)],
    ["names the service's organization as a recipient", ({ namesRecipient }) => namesRecipient],
    ["covers the purpose that this request states", ({ coversPurpose }) => coversPurpose],
    ["is in force", ({ inForce }) => inForce],
  ];
  const enough = consents.find((consent) => asked.every(([, has]) => has(consent)));
  if (enough) return enough;
  const lacking = asked.filter(([, has]) => !consents.some(has));
  throw new UserFailure(
    lacking.length > 0
      ? lacking.map(([words]) => required(`The service is a protected program, and no consent on the record ${words}.`))
      : [
          required(
            `The service is a protected program, and no single consent ${asked.map(([words]) => words).join(", ")}.`,
          ),
        ],
  );
}
