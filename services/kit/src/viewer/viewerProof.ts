import { createHmac, timingSafeEqual } from "node:crypto";

import { signViewer, type Audience } from "./viewerToken";
import type { ViewerClaims } from "./viewer";
import { keysOf } from "../config/keysOf";

/**
 * What binds a signed viewer to the one request that it is sent with. From the slice's key and the token follows a proof
 * key; the proof is an HMAC with it over what is asked. The token alone, which a database log or a stolen connection may
 * show, opens no door, and a token with its proof opens it for the same question only, until the viewer is over. Nothing is
 * kept: the slice derives the proof key anew from the token.
 */
export function proofKeyOf(viewerToken: string, setting: string): string {
  return derived(viewerToken, keysOf(setting)[0]);
}

const derived = (viewerToken: string, key: string): string =>
  createHmac("sha256", key).update(`proof ${viewerToken}`).digest("base64url");

/** The proof for one question. */
export function prove(proofKey: string, asked: string): string {
  return createHmac("sha256", proofKey).update(asked).digest("base64url");
}

/** Whether the proof is for this viewer and this question, by any key of the setting. */
export function isProven(
  asked: string,
  by: { readonly viewerToken: string; readonly proof: string },
  setting: string,
): boolean {
  const actual = Buffer.from(by.proof);
  return keysOf(setting).some((key) => {
    const expected = Buffer.from(prove(derived(by.viewerToken, key), asked));
    return expected.length === actual.length && timingSafeEqual(expected, actual);
  });
}

/** A question to a slice's graph as it is proven: the request's JSON, the same before and after it travelled. */
export const askedOfGraph = (request: unknown): string => askedOfGraphText(JSON.stringify(request));

/** The same where the request is JSON text already. */
export const askedOfGraphText = (request: string): string => `graph ${request}`;

/** A question to a slice's port as it is proven. */
export const askedOfPort = (fn: string, input: unknown): string => `port ${fn} ${JSON.stringify(input)}`;

/**
 * What a slice gets to ask another slice's port for the viewer: the signed viewer and its proof key, as one text. What will
 * be asked is not known yet when the gateway makes it; the asking slice proves each question itself.
 */
export function delegate(claims: ViewerClaims, audience: Audience, setting: string): string {
  const token = signViewer(claims, audience, setting);
  return `${token}.${proofKeyOf(token, setting)}`;
}

/** The viewer and the proof with which a delegation asks one question. */
export function proven(delegation: string, asked: string): { readonly viewerToken: string; readonly proof: string } {
  const end = delegation.lastIndexOf(".");
  return { viewerToken: delegation.slice(0, end), proof: prove(delegation.slice(end + 1), asked) };
}
