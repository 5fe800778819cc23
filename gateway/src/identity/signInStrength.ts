import type { JWTPayload } from "jose";

import type { IssuerRules } from "./issuerSettings";

/**
 * Methods of RFC 8176 by the kind of factor that they prove. Left out: `kba`, `sms` and `tel`, which NIST SP 800-63B
 * does not take as factors, or restricts.
 */
const factors = [
  ["pwd", "pin"],
  ["otp", "hwk", "swk", "sc"],
  ["face", "fpt", "iris", "retina", "vbm"],
];

/**
 * Whether a person signed in with several factors: `amr` says `mfa`, or names methods of two kinds of factor, or `acr`
 * (in Entra ID's tokens `acrs`) is a value that the issuer's settings take for it. Claims that are not as specified
 * count for nothing.
 */
export function signedInStrongly(claims: JWTPayload, { acrValues }: Pick<IssuerRules, "acrValues">): boolean {
  const methods = texts(claims["amr"]);
  const kinds = factors.filter((kind) => kind.some((method) => methods.includes(method)));
  const classes = [...texts(claims["acrs"]), ...(typeof claims["acr"] === "string" ? [claims["acr"]] : [])];
  return methods.includes("mfa") || kinds.length > 1 || classes.some((value) => acrValues.includes(value));
}

const texts = (claim: unknown): readonly string[] =>
  Array.isArray(claim) ? claim.filter((value): value is string => typeof value === "string") : [];
