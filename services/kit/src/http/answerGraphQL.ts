import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { HeaderMap, type BaseContext, type HTTPGraphQLResponse } from "@apollo/server";
import { acceptedAnswers } from "./acceptedAnswers";
import { graphSearch } from "./graphSearch";
import type { HttpAnswer } from "./httpAnswer";
import { HttpProblem } from "./httpProblem";
import type { HttpSettings } from "./httpServerOptions";
import { parseJsonBody, requireJson } from "./parseJsonBody";
import { readBody } from "./readBody";

/** Answers a request at the graph's path: the page for a browser, Apollo Server for everything else. */
export async function answerGraphQL<C extends BaseContext>(
  settings: HttpSettings<C>,
  request: IncomingMessage,
): Promise<HttpAnswer> {
  if (settings.htmlPage !== undefined && wantsHtml(request) && !carriesQuery(request)) {
    return settings.htmlPage(request);
  }
  const accept = acceptable(request.headers.accept);
  if (request.method !== "POST") return await executed(settings, request, { accept, body: undefined });
  requireJson(request.headers);
  const bytes = await readBody(request, settings.bodyLimitBytes);
  const execute = (): Promise<HttpAnswer> => executed(settings, request, { accept, body: parseJsonBody(bytes) });
  return await (settings.share ? settings.share(request, bytes, execute) : execute());
}

interface ReadRequest {
  readonly accept: string;
  readonly body: unknown;
}

async function executed<C extends BaseContext>(
  settings: HttpSettings<C>,
  request: IncomingMessage,
  { accept, body }: ReadRequest,
): Promise<HttpAnswer> {
  const response = await settings.apollo.executeHTTPGraphQLRequest({
    // What GET gives, HEAD is told of (RFC 9110, 9.3.2).
    httpGraphQLRequest: {
      method: body === undefined ? "GET" : "POST",
      headers: apolloHeaders(request.headers).set("accept", accept),
      search: graphSearch(request.url),
      body,
    },
    context: () => settings.context(request, body),
  });
  return answerOf(response);
}

/**
 * What Apollo Server gets for an `Accept` header: what is chosen, so that it chooses the same, and nothing of HTML, for its
 * landing page loads scripts from a CDN, and the house serves nothing from elsewhere. What nobody could read is not executed.
 */
function acceptable(accept: string | undefined): string {
  const { whole, inParts } = acceptedAnswers(accept);
  if (whole === null && inParts.length === 0) {
    const message =
      "The answer is application/graphql-response+json or application/json, and the request accepts neither.";
    throw new HttpProblem({ status: 406, code: "NOT_ACCEPTABLE", message });
  }
  return inParts.length === 0 ? String(whole) : [...inParts, whole ?? "application/json"].join(", ");
}

function wantsHtml({ method, headers }: IncomingMessage): boolean {
  return (method === "GET" || method === "HEAD") && (headers.accept ?? "").includes("text/html");
}

function carriesQuery(request: IncomingMessage): boolean {
  const search = new URLSearchParams(graphSearch(request.url));
  return search.has("query") || search.has("extensions");
}

function apolloHeaders(headers: IncomingHttpHeaders): HeaderMap {
  const map = new HeaderMap();
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) {
      map.set(name, Array.isArray(value) ? value.join(", ") : value);
    }
  }
  return map;
}

function answerOf({ status, headers, body }: HTTPGraphQLResponse): HttpAnswer {
  return {
    status: status ?? 200,
    headers: Object.fromEntries(headers),
    body: body.kind === "complete" ? body.string : body.asyncIterator,
  };
}
