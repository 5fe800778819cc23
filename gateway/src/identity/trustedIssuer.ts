import { graphError } from "@corespond/kit";
import { createLocalJWKSet, createRemoteJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";

import { issuerSettingsSchema, type IssuerRules, type IssuerSettings } from "./issuerSettings";

/** An issuer ready to verify with. */
export interface TrustedIssuer extends IssuerRules {
  readonly keys: JWTVerifyGetKey;
}

const fetchTimeoutMs = 5_000;

/** How long an unknown key waits for the next look at the issuer's keys: forged tokens cannot make a flood of fetches. */
export const refetchAfterMs = 30_000;

/** An issuer whose keys are fetched from its JWKS address. Where they cannot be had, that is said, and nobody is let in. */
export function remoteIssuer(settings: IssuerSettings): TrustedIssuer {
  const { jwksUri, ...rules } = issuerSettingsSchema.parse(settings);
  const fetched = createRemoteJWKSet(new URL(jwksUri), {
    timeoutDuration: fetchTimeoutMs,
    cooldownDuration: refetchAfterMs,
  });
  return {
    ...rules,
    keys: async (header, token) => {
      try {
        return await fetched(header, token);
      } catch (error) {
        if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
        throw graphError("SIGN_IN_UNAVAILABLE", `The keys of the issuer ${rules.issuer} cannot be had at the moment.`);
      }
    },
  };
}

/** An issuer whose public keys are at hand: the local one of a demonstration. */
export function localIssuer(issuer: string, audience: string, keys: JSONWebKeySet): TrustedIssuer {
  const { jwksUri: _nowhere, ...rules } = issuerSettingsSchema.parse({
    issuer,
    audience,
    jwksUri: "http://localhost/",
    algorithms: ["ES256"],
  });
  return { ...rules, keys: createLocalJWKSet(keys) };
}
