import type { JWTPayload } from "jose";

/** The scopes of this graph begin so; what else a token names is for others. */
const scopeFamily = "corespond.";

/**
 * The scopes of this graph in a token: `scope` (RFC 9068, section 2.2.3), `scp` (Entra ID and AD FS), and a machine's
 * `roles`, as Entra ID calls the permissions that an administrator granted it.
 */
export function tokenScopes(claims: JWTPayload, machine: boolean): readonly string[] {
  const named = [claims["scope"], claims["scp"], ...(machine ? [claims["roles"]] : [])].flatMap(words);
  return [...new Set(named.filter((scope) => scope.startsWith(scopeFamily) && scope.length <= 100))].slice(0, 50);
}

const words = (claim: unknown): readonly string[] => {
  if (typeof claim === "string") return claim.split(" ");
  return Array.isArray(claim) ? claim.filter((value): value is string => typeof value === "string") : [];
};
