import { graphError } from "@corespond/kit";
import { decodeJwt, errors, jwtVerify } from "jose";

import type { TrustedIssuer } from "./trustedIssuer";

/** Who a genuine token speaks of. Scopes only narrow what the staff member may do. */
export interface VerifiedSubject {
  readonly issuer: string;
  readonly subject: string;
  readonly client: string;
  readonly scopes: readonly string[];
}

/** Signature algorithms with public keys; `none` and shared secrets are never accepted (RFC 8725, section 3.1). */
const algorithms = ["RS256", "PS256", "ES256", "ES384", "EdDSA"];

const clockSkewSeconds = 30;

/** Verifies a bearer token against the issuer that it names, if that one is trusted. */
export async function verifyToken(token: string, issuers: readonly TrustedIssuer[]): Promise<VerifiedSubject> {
  const claimed = issuerClaim(token);
  const trusted = issuers.find(({ issuer }) => issuer === claimed);
  if (!trusted) throw invalidToken("its issuer is not trusted here");
  try {
    const { payload } = await jwtVerify(token, trusted.keys, {
      issuer: trusted.issuer,
      audience: trusted.audience,
      algorithms,
      clockTolerance: clockSkewSeconds,
      requiredClaims: ["sub", "exp"],
    });
    return {
      issuer: trusted.issuer,
      subject: subjectOf(payload.sub),
      client: text(payload["azp"]) ?? text(payload["client_id"]) ?? "unnamed",
      scopes: (text(payload["scope"]) ?? "").split(" ").filter((scope) => scope !== ""),
    };
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw invalidToken("it has expired");
    if (error instanceof errors.JOSEError) throw invalidToken("it is not genuine");
    throw error;
  }
}

function issuerClaim(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch (error) {
    if (error instanceof errors.JWTInvalid) throw invalidToken("it is not a JSON Web Token");
    throw error;
  }
}

/** OpenID Connect Core, section 2: at most 255 characters. */
function subjectOf(sub: unknown): string {
  if (typeof sub !== "string" || sub === "" || sub.length > 255) throw invalidToken("its subject is none");
  return sub;
}

const invalidToken = (reason: string): Error => graphError("INVALID_TOKEN", `The bearer token was refused: ${reason}.`);

const text = (value: unknown): string | undefined => (typeof value === "string" ? value.slice(0, 100) : undefined);
