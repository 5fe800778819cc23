import { createHmac, timingSafeEqual } from "node:crypto";

import { viewerSchema, type Viewer, type ViewerClaims } from "./viewer";
import { keysOf } from "../config/keysOf";

/**
 * Which door of a slice a token opens: its graph, its internal port, or (minted by the slice itself, never accepted
 * from outside) its own database for work of the hub.
 */
export type Audience = `${string}/graph` | `${string}/port` | `${string}/system`;

/** How long a signed viewer lives, in seconds: longer than the longest request (30 s) and what clocks differ by. */
export const viewerLifetimeSeconds = 45;

const base64url = (text: string): string => Buffer.from(text, "utf8").toString("base64url");

const signature = (signed: string, key: string): Buffer => createHmac("sha256", key).update(signed).digest();

/**
 * Signs a viewer for one door of one slice: `audience.claims.signature`, the latter two in base64url, the signature
 * HMAC-SHA-256 over the former two. The slice's database checks the same text (`corespond.viewer()`).
 */
export function signViewer(claims: ViewerClaims, audience: Audience, setting: string): string {
  const exp = Math.floor(Date.now() / 1000) + viewerLifetimeSeconds;
  const signed = `${audience}.${base64url(JSON.stringify({ ...claims, exp }))}`;
  return `${signed}.${signature(signed, keysOf(setting)[0]).toString("base64url")}`;
}

/** The viewer in a token, or null where it is not signed for this audience with a key of the setting, or is over. */
export function verifyViewer(token: string | undefined, audience: Audience, setting: string): Viewer | null {
  const [signedFor, claims, mac, ...rest] = (token ?? "").split(".");
  if (signedFor !== audience || claims === undefined || mac === undefined || rest.length > 0) return null;
  const actual = Buffer.from(mac, "base64url");
  const genuine = keysOf(setting).some((key) => {
    const expected = signature(`${signedFor}.${claims}`, key);
    return actual.length === expected.length && timingSafeEqual(actual, expected);
  });
  if (!genuine) return null;
  const viewer = viewerSchema.safeParse(JSON.parse(Buffer.from(claims, "base64url").toString("utf8")));
  return viewer.success && viewer.data.exp > Date.now() / 1000 ? viewer.data : null;
}
