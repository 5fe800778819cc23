import type { IncomingMessage } from "node:http";
import type { BaseContext } from "@apollo/server";
import { answerGraphQL } from "./answerGraphQL";
import { isPreflight, preflightAnswer } from "./cors";
import type { Exchange } from "./exchange";
import { jsonMediaType, type HttpAnswer } from "./httpAnswer";
import { HttpProblem } from "./httpProblem";
import type { HttpSettings, RouteHandler } from "./httpServerOptions";
import { readBody } from "./readBody";

/** Finds who answers a request: the graph, or a plain route. */
export async function answerRequest<C extends BaseContext>(
  settings: HttpSettings<C>,
  { request, path }: Exchange,
): Promise<HttpAnswer> {
  const method = request.method === "HEAD" ? "GET" : (request.method ?? "GET");
  const route = routeAt(settings, `${method} ${path}`);
  if (route !== undefined) return await answerRoute(route, request, settings.bodyLimitBytes);
  if (path === settings.graphqlPath && graphMethods.includes(method)) return await answerGraphQL(settings, request);
  const allowed = allowedMethods(settings, path);
  if (allowed.length === 0) {
    throw new HttpProblem({ status: 404, code: "BAD_REQUEST", message: "There is nothing at this address." });
  }
  if (isPreflight(request.method, request.headers)) {
    return preflightAnswer(settings.cors, request.headers);
  }
  const message = `This address answers ${allowed.join(", ")} only.`;
  throw new HttpProblem({ status: 405, code: "BAD_REQUEST", message, headers: { allow: allowed.join(", ") } });
}

const graphMethods: readonly string[] = ["GET", "POST"];

function routeAt<C extends BaseContext>({ routes }: HttpSettings<C>, key: string): RouteHandler | undefined {
  return Object.hasOwn(routes, key) ? routes[key] : undefined;
}

function allowedMethods<C extends BaseContext>(settings: HttpSettings<C>, path: string): readonly string[] {
  const own = ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((method) => routeAt(settings, `${method} ${path}`));
  return path === settings.graphqlPath ? [...new Set([...graphMethods, ...own])] : own;
}

async function answerRoute(route: RouteHandler, request: IncomingMessage, limitBytes: number): Promise<HttpAnswer> {
  const body = await readBody(request, limitBytes);
  const { headers, url = "/" } = request;
  const answer = await route({ headers, url, body, remoteAddress: request.socket.remoteAddress });
  return { ...answer, headers: { "content-type": jsonMediaType, ...answer.headers } };
}
