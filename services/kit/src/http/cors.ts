import type { IncomingHttpHeaders } from "node:http";
import type { HttpAnswer } from "./httpAnswer";

/** Whose scripts may read answers. */
export interface CorsPolicy {
  readonly origins: readonly string[];
}

const preflightSeconds = "600";

/** What a script may read of an answer's head: which request it was, and when to come again. */
const exposed = "x-request-id, retry-after, ratelimit, ratelimit-policy";

const headerNames = /^[\w-]+(\s*,\s*[\w-]+)*$/;

/** The headers that let a script of an allowed origin read an answer (Fetch standard, CORS protocol). */
export function corsHeaders(policy: CorsPolicy | undefined, headers: IncomingHttpHeaders): Record<string, string> {
  if (policy === undefined) {
    return {};
  }
  const origin = headers.origin;
  // Caches must keep the answers to different origins apart, also those that grant nothing.
  return origin !== undefined && policy.origins.includes(origin)
    ? { vary: "Origin", "access-control-allow-origin": origin, "access-control-expose-headers": exposed }
    : { vary: "Origin" };
}

/** Answers a preflight; to an origin that is not allowed it grants nothing, which is how the protocol says no. */
export function preflightAnswer(policy: CorsPolicy | undefined, headers: IncomingHttpHeaders): HttpAnswer {
  const granted = corsHeaders(policy, headers);
  if (granted["access-control-allow-origin"] === undefined) {
    return { status: 204, body: "" };
  }
  const asked = headers["access-control-request-headers"] ?? "";
  return {
    status: 204,
    headers: {
      "access-control-allow-methods": "GET, POST",
      "access-control-max-age": preflightSeconds,
      ...(headerNames.test(asked) ? { "access-control-allow-headers": asked } : {}),
    },
    body: "",
  };
}

/** Whether a request asks what it may do, rather than to do it. */
export function isPreflight(method: string | undefined, headers: IncomingHttpHeaders): boolean {
  return method === "OPTIONS" && headers.origin !== undefined && headers["access-control-request-method"] !== undefined;
}
