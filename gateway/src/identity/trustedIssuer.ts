import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";
import { z } from "zod";

/** An OpenID Connect issuer whose tokens open the graph. The agencies slice says which employer's staff it may assert. */
export const issuerSettingsSchema = z
  .object({
    issuer: z.url(),
    audience: z.string().min(1),
    /** Where its keys are published; they are fetched when first needed and again when an unknown key appears. */
    jwksUri: z.url(),
  })
  .readonly();

/** An issuer as configured. */
export type IssuerSettings = z.infer<typeof issuerSettingsSchema>;

/** An issuer ready to verify with. */
export interface TrustedIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
}

const fetchTimeoutMs = 5_000;
const refetchAfterMs = 30_000;

/** An issuer whose keys are fetched from its JWKS address. */
export function remoteIssuer({ issuer, audience, jwksUri }: IssuerSettings): TrustedIssuer {
  return {
    issuer,
    audience,
    keys: createRemoteJWKSet(new URL(jwksUri), { timeoutDuration: fetchTimeoutMs, cooldownDuration: refetchAfterMs }),
  };
}

/** An issuer whose public keys are at hand: the local one of a demonstration. */
export function localIssuer(issuer: string, audience: string, keys: JSONWebKeySet): TrustedIssuer {
  return { issuer, audience, keys: createLocalJWKSet(keys) };
}
