import { randomUUID } from "node:crypto";

const saneRequestId = /^[\w-]{8,64}$/;

/** Keeps the caller's request id where it can do no harm in a log line, else makes a new one. */
export function requestId(proposed: string | readonly string[] | undefined): string {
  return typeof proposed === "string" && saneRequestId.test(proposed) ? proposed : randomUUID();
}
