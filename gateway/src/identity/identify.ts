import type { IncomingHttpHeaders } from "node:http";

import { anonymousViewer, graphError, type Role } from "@corespond/kit";

import { vouchedFor, type Caller } from "./caller";
import { purposeOfUse } from "./purposeOfUse";
import type { TrustedIssuer } from "./trustedIssuer";
import { verifyToken, type VerifiedSubject } from "./verifyToken";

/** Somebody who signs in, as the slices know them at this moment: a staff member, or a resident with the own records. */
export interface ActiveStaffMember {
  readonly id: string;
  readonly role: Role;
  readonly agencyId: string | null;
  readonly organizationId: string | null;
  readonly serves: readonly string[];
  readonly covers: readonly string[];
  readonly records: readonly string[];
}

/** Finds the active staff member behind an issuer's subject; null where there is none. Asked on every request: leavers are out at once. */
export type StaffDirectory = (subject: VerifiedSubject, requestId: string) => Promise<ActiveStaffMember | null>;

/** How the gateway knows who asks. */
export interface IdentityOptions {
  readonly issuers: readonly TrustedIssuer[];
  readonly findStaff: StaffDirectory;
}

/** Turns a request's headers into a caller. No token is an anonymous viewer; a bad one is an error, never anonymous. */
export async function identify(
  options: IdentityOptions,
  headers: IncomingHttpHeaders,
  requestId: string,
): Promise<Caller> {
  const token = bearerToken(headers.authorization);
  const purpose = purposeOfUse(headers["x-purpose-of-use"]);
  if (token === null) return vouchedFor({ ...anonymousViewer("anonymous", requestId), purpose });
  const subject = await verifyToken(token, options.issuers);
  const staff = await options.findStaff(subject, requestId);
  if (!staff)
    throw graphError(
      "NOT_ACTIVE",
      "The token is genuine, but its subject is neither an active staff member here nor a resident whose sign-in is linked.",
    );
  const { scopes, client, machine, strong, acrValues } = subject;
  const { serves, covers, records } = staff;
  const viewer = {
    ...staff,
    ...{ serves: [...serves], covers: [...covers], records: [...records], scopes: [...scopes] },
    ...{ client, purpose, requestId },
  };
  return { viewer, machine, strong, acrValues };
}

function bearerToken(header: string | undefined): string | null {
  if (header === undefined) return null;
  const [scheme, token, ...rest] = header.trim().split(/\s+/);
  if (scheme?.toLowerCase() !== "bearer" || token === undefined || rest.length > 0) {
    throw graphError("INVALID_TOKEN", "The `authorization` header must be `Bearer` and one token.");
  }
  return token;
}
