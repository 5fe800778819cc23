import { createHmac, timingSafeEqual } from "node:crypto";

import { keysOf } from "../config/keysOf";

/** The header with the signature over a delivery of events. */
export const eventsSignatureHeader = "x-corespond-events-signature";

/** Signs the body of a delivery of events; with the newest key where `setting` names several. */
export function signEvents(body: string, setting: string): string {
  return signature(body, keysOf(setting)[0]);
}

/** Whether one who has a key of the setting signed the body. */
export function signedByASlice(body: string, signed: unknown, setting: string): boolean {
  const actual = Buffer.from(typeof signed === "string" ? signed : "");
  return keysOf(setting).some((key) => {
    const expected = Buffer.from(signature(body, key));
    return expected.length === actual.length && timingSafeEqual(expected, actual);
  });
}

const signature = (body: string, key: string): string => createHmac("sha256", key).update(body).digest("base64url");
