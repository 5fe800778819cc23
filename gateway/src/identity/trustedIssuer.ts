import { graphError } from "@corespond/kit";
import { createLocalJWKSet, createRemoteJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";
import { z } from "zod";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

function cannotBeForged(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || (protocol === "http:" && loopback.has(hostname));
}

/** An OpenID Connect issuer whose tokens open the graph. The agencies slice says which employer's staff it may assert. */
export const issuerSettingsSchema = z
  .object({
    issuer: z.url(),
    audience: z.string().min(1),
    /** Where its keys are published; they are fetched when first needed and again when an unknown key appears. */
    jwksUri: z.url().refine(cannotBeForged, "must be an https address: who forges the keys forges every sign-in"),
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

/** An issuer whose keys are fetched from its JWKS address. Where they cannot be had, that is said, and nobody is let in. */
export function remoteIssuer({ issuer, audience, jwksUri }: IssuerSettings): TrustedIssuer {
  const fetched = createRemoteJWKSet(new URL(jwksUri), {
    timeoutDuration: fetchTimeoutMs,
    cooldownDuration: refetchAfterMs,
  });
  return {
    issuer,
    audience,
    keys: async (header, token) => {
      try {
        return await fetched(header, token);
      } catch (error) {
        if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
        throw graphError("SIGN_IN_UNAVAILABLE", `The keys of the issuer ${issuer} cannot be had at the moment.`);
      }
    },
  };
}

/** An issuer whose public keys are at hand: the local one of a demonstration. */
export function localIssuer(issuer: string, audience: string, keys: JSONWebKeySet): TrustedIssuer {
  return { issuer, audience, keys: createLocalJWKSet(keys) };
}
