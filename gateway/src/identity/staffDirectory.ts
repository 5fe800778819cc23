import { DelegatedPortCaller, Role, signViewer, systemViewer, type PortTransport } from "@corespond/kit";
import { z } from "zod";

import type { StaffDirectory } from "./identify";

const staffMember = z
  .object({
    id: z.string(),
    role: z.enum(Role),
    agencyId: z.string().nullable(),
    organizationId: z.string().nullable(),
    serves: z.array(z.string()),
  })
  .readonly();

const question = { slice: "agencies", fn: "staffBySubject", answer: staffMember.nullable() };

/** Asks the agencies slice, as the hub itself, which active staff member a token's subject is. */
export function staffDirectory(transport: PortTransport, agenciesKey: string): StaffDirectory {
  return async ({ issuer, subject }, requestId) => {
    const token = signViewer(systemViewer("gateway", requestId), "agencies/port", agenciesKey);
    return await new DelegatedPortCaller(transport, { agencies: token }).ask(question, { issuer, subject });
  };
}
