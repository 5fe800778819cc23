import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { HeaderMap, type BaseContext, type HTTPGraphQLResponse } from "@apollo/server";
import type { HttpAnswer } from "./httpAnswer";
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
  const body = request.method === "POST" ? await readJson(request, settings.bodyLimitBytes) : undefined;
  const headers = apolloHeaders(request.headers);
  if (wantsHtml(request)) {
    // Apollo Server's own landing page loads scripts from a CDN, and the house serves nothing from elsewhere.
    headers.delete("accept");
  }
  const response = await settings.apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method ?? "GET", headers, search: searchOf(request), body },
    context: () => settings.context(request, body),
  });
  return answerOf(response);
}

function wantsHtml({ method, headers }: IncomingMessage): boolean {
  return (method === "GET" || method === "HEAD") && (headers.accept ?? "").includes("text/html");
}

function carriesQuery(request: IncomingMessage): boolean {
  const search = new URLSearchParams(searchOf(request));
  return search.has("query") || search.has("extensions");
}

function searchOf(request: IncomingMessage): string {
  const url = request.url ?? "";
  const start = url.indexOf("?");
  return start === -1 ? "" : url.slice(start);
}

async function readJson(request: IncomingMessage, limitBytes: number): Promise<unknown> {
  requireJson(request.headers);
  return parseJsonBody(await readBody(request, limitBytes));
}

function apolloHeaders(headers: IncomingHttpHeaders): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
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
