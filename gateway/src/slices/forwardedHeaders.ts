import type { IncomingHttpHeaders } from "node:http";

import { z } from "zod";

const headerName = /^[!#$%&'*+.^_`|~\dA-Za-z-]+$/;

/**
 * Headers of a client that no slice may get as they are: those of one connection (RFC 9110, 7.6.1) and of one body, those
 * that the gateway sends of its own, and cookies. The graph knows no cookies, and so nothing can be forged with them
 * (docs/adr/0011-a-get-cannot-be-forged.md).
 */
const kept = new Set([
  ...["connection", "expect", "host", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade"],
  ...["proxy-authenticate", "proxy-authorization", "proxy-connection"],
  ...["accept", "accept-encoding", "content-encoding", "content-length", "content-type"],
  ...["traceparent", "tracestate", "x-request-id"],
  ...["cookie", "set-cookie"],
]);

/** How the headers start by which slices of ours know who asks. */
const own = "x-corespond-";

/** The names of headers that slices get as the client sent them, separated by commas; without a doublet, in small letters. */
export const forwardedNames = z.string().transform((text, context): readonly string[] => {
  const names = text.split(",").map((name) => name.trim().toLowerCase());
  const wrong = names.filter((name) => name !== "" && !mayBeForwarded(name));
  if (wrong.length === 0) return [...new Set(names.filter((name) => name !== ""))];
  context.addIssue({
    code: "custom",
    message: `names what is no header, or none that may be forwarded: ${wrong.join(", ")}`,
  });
  return z.NEVER;
});

const mayBeForwarded = (name: string): boolean => headerName.test(name) && !kept.has(name) && !name.startsWith(own);

/** What of a client's headers the slices get: names and values in turn. */
export function forwardedHeaders(headers: IncomingHttpHeaders, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const value = Object.hasOwn(headers, name) ? headers[name] : undefined;
    return value === undefined ? [] : [name, Array.isArray(value) ? value.join(", ") : value];
  });
}
