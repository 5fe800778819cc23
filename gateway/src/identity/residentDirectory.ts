import { DelegatedPortCaller, graphError, Role, delegate, systemViewer, type PortTransport } from "@corespond/kit";
import { z } from "zod";

import type { StaffDirectory } from "./identify";

const resident = z.object({ id: z.string(), records: z.array(z.string()).max(50) }).readonly();

const question = { slice: "people", fn: "residentBySubject", answer: resident.nullable() };

/**
 * Asks the people slice, as the hub itself, of which records a token's subject was shown to be the person. Asked only
 * about subjects that are no staff; where it does not answer, the request fails, as it does for staff.
 */
export function residentDirectory(transport: PortTransport, peopleKey: string): StaffDirectory {
  return async ({ issuer, subject, machine }, requestId) => {
    if (machine) return null;
    const token = delegate(systemViewer("gateway", requestId), "people/port", peopleKey);
    try {
      const found = await new DelegatedPortCaller(transport, { people: token }).ask(question, { issuer, subject });
      return found && { ...found, ...residentClaims };
    } catch (cause) {
      const error = graphError("SIGN_IN_UNAVAILABLE", "Who signs in cannot be looked up at the moment.");
      throw Object.assign(error, { cause });
    }
  };
}

const residentClaims = { role: Role.RESIDENT, agencyId: null, organizationId: null, serves: [], covers: [] } as const;

/** Asks several directories in turn, until one knows the subject. */
export function firstOf(directories: readonly StaffDirectory[]): StaffDirectory {
  return async (subject, requestId) => {
    for (const directory of directories) {
      const found = await directory(subject, requestId);
      if (found) return found;
    }
    return null;
  };
}
