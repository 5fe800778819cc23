import { importJWK, SignJWT, type JSONWebKeySet, type JWK } from "jose";

/** The issuer's name in tokens. It is no address: nobody outside this machine can ask it. */
export const localIssuerName = "http://localhost/corespond-demonstration";

/** The audience of the graph's tokens. */
export const graphAudience = "corespond";

const lifetimeSeconds = 8 * 60 * 60;

/** A token of the local issuer. `expiresAt` is RFC 3339. */
export interface LocalToken {
  readonly token: string;
  readonly expiresAt: string;
}

/** Signs a token for a demonstration account, for one working day. */
export async function signLocalToken(issuerKey: JWK, subject: string): Promise<LocalToken> {
  const expires = Math.floor(Date.now() / 1000) + lifetimeSeconds;
  const token = await new SignJWT({ azp: "demonstration" })
    .setProtectedHeader({ alg: "ES256", ...(issuerKey.kid !== undefined && { kid: issuerKey.kid }) })
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
