import { importJWK, SignJWT, type JSONWebKeySet, type JWK } from "jose";

/** The issuer's name in tokens. It is no address: nobody outside this machine can ask it. */
export const localIssuerName = "http://localhost/corespond-demonstration";

/** The audience of the graph's tokens. */
export const graphAudience = "corespond";

export const lifetimeSeconds = 8 * 60 * 60;

/** A token of the local issuer. `expiresAt` is RFC 3339. */
export interface LocalToken {
  readonly token: string;
  readonly expiresAt: string;
}

/** The account that is a partner's machine: it signs in with client credentials, and no person is behind it. */
export const machineAccount = "partner-client";

/** How a token says who signed in, and how strongly: a person with several factors, or a client that speaks for itself. */
const signInClaims = (account: string): Readonly<Record<string, unknown>> =>
  account === machineAccount
    ? { client_id: account, scope: "corespond.read corespond.write" }
    : { client_id: "demonstration", amr: ["pwd", "otp", "mfa"] };

/** Signs an access token (RFC 9068) for a demonstration account, for one working day. */
export async function signLocalToken(issuerKey: JWK, subject: string): Promise<LocalToken> {
  const expires = Math.floor(Date.now() / 1000) + lifetimeSeconds;
  const token = await new SignJWT({ ...signInClaims(subject) })
    .setProtectedHeader({ alg: "ES256", typ: "at+jwt", ...(issuerKey.kid !== undefined && { kid: issuerKey.kid }) })
    .setIssuer(localIssuerName)
    .setAudience(graphAudience)
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(await importJWK(issuerKey, "ES256"));
  return { token, expiresAt: new Date(expires * 1000).toISOString() };
}

/** The issuer's public keys. */
export function localJwks({ d: _private, ...publicKey }: JWK): JSONWebKeySet {
  return { keys: [publicKey] };
}
