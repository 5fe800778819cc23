import { z } from "zod";

import { Role } from "./role";

/**
 * Who asks, as the gateway verified it on this very request. `agencyId` is the employer when that is an agency,
 * `organizationId` when it is a service provider. `serves` lists the agencies whose residents this person works
 * for: a social worker's assignments, or all members of the county's programs for its supervisors, privacy
 * officers and analysts. `covers` names the colleagues whose caseload is lent to this social worker today; `records` the
 * records that a resident was shown to be the subject of. `purpose` is an HL7 purpose-of-use code.
 */
export const viewerSchema = z
  .object({
    id: z.string().nullable(),
    role: z.enum(Role),
    agencyId: z.string().nullable(),
    organizationId: z.string().nullable(),
    serves: z.array(z.string()).max(500),
    covers: z.array(z.string()).max(50).default([]),
    records: z.array(z.string()).max(50).default([]),
    scopes: z.array(z.string()).max(50),
    purpose: z.string().max(40),
    client: z.string().max(100),
    requestId: z.string().max(64),
    exp: z.number().int(),
  })
  .readonly();

/** A verified viewer. `exp` is in seconds since 1970. */
export type Viewer = z.infer<typeof viewerSchema>;

/** A viewer's claims before the signer has added their end of life. */
export type ViewerClaims = Omit<Viewer, "exp">;

/** The claims of somebody who has not signed in. */
export function anonymousViewer(client: string, requestId: string): ViewerClaims {
  return { ...nobody, role: Role.ANONYMOUS, client, requestId };
}

/** The claims of the hub itself, for work that no person asked for: imports, event consumers, look-ups of the gateway. */
export function systemViewer(client: string, requestId: string): ViewerClaims {
  return { ...nobody, role: Role.SYSTEM, client, requestId, purpose: "HOPERAT" };
}

const nobody = {
  id: null,
  agencyId: null,
  organizationId: null,
  serves: [],
  covers: [],
  records: [],
  scopes: [],
  purpose: "COC",
} as const satisfies Partial<ViewerClaims>;
