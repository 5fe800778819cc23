import { graphError } from "@corespond/kit";
import { decodeJwt, errors, jwtVerify, type JWTPayload, type JWTVerifyResult } from "jose";

import { refuseOtherTokens } from "./refuseOtherTokens";
import { signedInStrongly } from "./signInStrength";
import { tokenScopes } from "./tokenScopes";
import type { TrustedIssuer } from "./trustedIssuer";

/** Who a genuine token speaks of. Scopes only narrow what the staff member may do. */
export interface VerifiedSubject {
  readonly issuer: string;
  /** A person's subject, or a machine's client id. */
  readonly subject: string;
  /** Whether a client speaks for itself, with no person behind it (client credentials). */
  readonly machine: boolean;
  readonly client: string;
  readonly scopes: readonly string[];
  /** Whether the person signed in as criminal justice information asks. */
  readonly strong: boolean;
  /** The authentication context classes that the issuer would take for it. */
  readonly acrValues: readonly string[];
}

const clockSkewSeconds = 30;

/**
 * Verifies a bearer token against the issuer that it names, if that one is trusted. Keys come from that issuer's JWKS
 * alone: what the header says of keys (`jwk`, `jku`, `x5u`, `x5c`) is never followed (RFC 8725, section 3.10), and a
 * `crit` that is not understood is refused.
 */
export async function verifyToken(token: string, issuers: readonly TrustedIssuer[]): Promise<VerifiedSubject> {
  const claimed = issuerClaim(token);
  const trusted = issuers.find(({ issuer }) => issuer === claimed);
  if (!trusted) throw invalidToken("its issuer is not trusted here");
  const { payload, protectedHeader } = await verified(token, trusted);
  const refusal = refuseOtherTokens(protectedHeader, payload);
  if (refusal !== null) throw invalidToken(refusal);
  const client = clientOf(payload);
  const machine = speaksForItself(payload, client);
  return {
    issuer: trusted.issuer,
    subject: subjectOf(machine ? client : payload[trusted.subjectClaim]),
    machine,
    client: client?.slice(0, 100) ?? "unnamed",
    scopes: tokenScopes(payload, machine),
    strong: !machine && (trusted.mfa === "notRequired" || signedInStrongly(payload, trusted)),
    acrValues: trusted.acrValues,
  };
}

async function verified(token: string, trusted: TrustedIssuer): Promise<JWTVerifyResult> {
  try {
    return await jwtVerify(token, trusted.keys, {
      issuer: trusted.issuer,
      audience: trusted.audience,
      algorithms: [...trusted.algorithms],
      clockTolerance: clockSkewSeconds,
      maxTokenAge: trusted.maxTokenAgeSeconds,
      requiredClaims: ["sub", "exp", "iat"],
    });
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

/** The client that got the token: `azp` (OpenID Connect), `client_id` (RFC 9068), `appid` (AD FS, Entra ID's version 1). */
function clientOf(claims: JWTPayload): string | undefined {
  return [claims["azp"], claims["client_id"], claims["appid"]].find(
    (value): value is string => typeof value === "string" && value !== "",
  );
}

/**
 * Client credentials: the subject is the client itself (RFC 9068, section 2.2), or Entra ID says `idtyp: app`. A machine is
 * looked up among machines and a person among persons, so that a client that was named like a person's subject is not
 * taken for that person (RFC 9068, section 5).
 */
function speaksForItself(claims: JWTPayload, client: string | undefined): boolean {
  return claims["idtyp"] === "app" || (client !== undefined && claims.sub === client);
}

/** OpenID Connect Core, section 2: at most 255 characters. */
function subjectOf(sub: unknown): string {
  if (typeof sub !== "string" || sub === "" || sub.length > 255) throw invalidToken("its subject is none");
  return sub;
}

const invalidToken = (reason: string): Error => graphError("INVALID_TOKEN", `The bearer token was refused: ${reason}.`);
