import type { JWTHeaderParameters, JWTPayload } from "jose";

const accessToken = new Set(["at+jwt", "application/at+jwt"]);

/** Claims of an ID token alone (OpenID Connect Core, sections 2 and 3.3.2.11). */
const idTokenClaims = ["nonce", "at_hash", "c_hash", "s_hash"];

/**
 * Why a genuine JSON Web Token is no bearer access token; null where it may be one. `typ` decides where the issuer states
 * it (RFC 9068, section 2.1; RFC 8725, section 3.11: a logout token or a request object opens nothing). Entra ID and AD FS
 * write `JWT`: then the claims of an ID token give it away. A token bound to its holder's key (`cnf`, RFC 7800) is no
 * bearer token, and the proof that it asks for is not taken here.
 */
export function refuseOtherTokens({ typ }: JWTHeaderParameters, claims: JWTPayload): string | null {
  const type = typ?.toLowerCase();
  if (claims["cnf"] !== undefined) return "it is bound to a key whose proof is not taken here";
  if (type !== undefined && accessToken.has(type)) return null;
  if (type !== undefined && type !== "jwt") return "its type is not that of an access token";
  return idTokenClaims.some((name) => claims[name] !== undefined) ? "it is an ID token, not an access token" : null;
}
