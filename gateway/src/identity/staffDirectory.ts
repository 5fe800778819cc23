import { DelegatedPortCaller, delegate, graphError, Role, systemViewer, type PortTransport } from "@corespond/kit";
import { z } from "zod";

import type { StaffDirectory } from "./identify";

const staffMember = z
  .object({
    id: z.string(),
    role: z.enum(Role),
    agencyId: z.string().nullable(),
    organizationId: z.string().nullable(),
    serves: z.array(z.string()),
    covers: z.array(z.string()),
    records: z.array(z.string()).default([]),
  })
  .readonly();

const question = { slice: "agencies", fn: "staffBySubject", answer: staffMember.nullable() };

/**
 * Asks the agencies slice, as the hub itself, which active staff member a token's subject is. Where it does not answer,
 * nobody can sign in: the whole request fails, for a viewer who was taken for anonymous would be told wrong things.
 */
export function staffDirectory(transport: PortTransport, agenciesKey: string): StaffDirectory {
  return async ({ issuer, subject, machine }, requestId) => {
    const token = delegate(systemViewer("gateway", requestId), "agencies/port", agenciesKey);
    try {
      return await new DelegatedPortCaller(transport, { agencies: token }).ask(question, { issuer, subject, machine });
    } catch (cause) {
      const error = graphError("SIGN_IN_UNAVAILABLE", "Who signs in cannot be looked up at the moment.");
      throw Object.assign(error, { cause });
    }
  };
}
