import { z } from "zod";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

function cannotBeForged(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || (protocol === "http:" && loopback.has(hostname));
}

/** Signature algorithms with public keys; `none` and shared secrets are never accepted (RFC 8725, section 3.1). */
const signatureAlgorithms = ["RS256", "PS256", "ES256", "ES384", "EdDSA"] as const;

const hour = 60 * 60;

const settings = z.strictObject({
  issuer: z.url(),
  audience: z.string().min(1),
  /** Where its keys are published; they are fetched when first needed and again when an unknown key appears. */
  jwksUri: z.url().refine(cannotBeForged, "must be an https address: who forges the keys forges every sign-in"),
  /** What it signs with; fewer where it is known. */
  algorithms: z
    .array(z.enum(signatureAlgorithms))
    .min(1)
    .default([...signatureAlgorithms]),
  /** The claim that `staff_login.subject` holds: `sub`, or another that it never gives to somebody else. */
  subjectClaim: z
    .string()
    .regex(/^[A-Za-z_]{1,40}$/)
    .default("sub"),
  /** How long after its issue a token is taken, whatever end it states. */
  maxTokenAgeSeconds: z
    .number()
    .int()
    .min(60)
    .max(24 * hour)
    .default(12 * hour),
  /** Whether criminal justice information asks for several factors (CJISSECPOL, IA-2). */
  mfa: z.enum(["required", "notRequired"]).default("required"),
  /** Values of `acr` (or Entra ID's `acrs`) that stand for several factors, where `amr` does not say so. */
  acrValues: z.array(z.string().regex(/^[\x21\x23-\x5B\x5D-\x7E]{1,100}$/)).default([]),
});

/** An OpenID Connect issuer whose tokens open the graph. The agencies slice says which employer's staff it may assert. */
export const issuerSettingsSchema = settings.readonly();

/** What an issuer may be given; `docs/production.md` lists the same. */
export const issuerSettingNames: readonly string[] = Object.keys(settings.shape);

/** An issuer as configured; what is left out takes its default. */
export type IssuerSettings = z.input<typeof issuerSettingsSchema>;

/** What tokens of an issuer must be, and what they are taken for. */
export type IssuerRules = Omit<z.output<typeof issuerSettingsSchema>, "jwksUri">;
