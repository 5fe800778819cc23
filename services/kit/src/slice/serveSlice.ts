import type { IncomingHttpHeaders } from "node:http";

import { GraphQLError } from "graphql";
import { z } from "zod";

import { errorCatalogue, isErrorCode } from "../errors/errorCatalogue";
import { eventEnvelopeSchema, type EventEnvelope } from "../events/eventEnvelope";
import { eventsSignatureHeader, signedByASlice } from "../events/eventsSignature";
import type { RouteAnswer, RouteHandler } from "../http/httpServerOptions";
import { requestSignalOf } from "../http/exchange";
import { serveHttp } from "../http/serveHttp";
import { tracedEndpoint } from "../tracing/tracedEndpoint";
import {
  delegationHeader,
  operationHeader,
  parseDelegations,
  proofHeader,
  viewerHeader,
} from "../viewer/viewerHeaders";
import { askedOfGraph } from "../viewer/viewerProof";
import type { SliceRequest } from "./contextFactory";
import type { RunningSlice } from "./runningSlice";

/** Where a slice listens, and the key, or `new,old`, with which slices sign the events that they hand to each other. */
export interface ServeSliceOptions {
  readonly slice: RunningSlice;
  readonly ports: readonly string[];
  readonly host: string;
  readonly port: number;
  readonly eventsKey: string;
}

const eventBatchSchema = z.array(eventEnvelopeSchema).max(1_000);

/** Serves a slice over HTTP: its graph, its port, its door for events, its health. */
export async function serveSlice(
  options: ServeSliceOptions,
): Promise<{ readonly url: string; close(graceMs: number): Promise<void> }> {
  const { slice, ports, host, port, eventsKey } = options;
  const portRoutes = ports.map((fn): [string, RouteHandler] => [
    `POST /port/${fn}`,
    ({ headers, body }) =>
      answered(async () => await slice.answerPort(fn, JSON.parse(body.toString("utf8")), sliceRequest(headers))),
  ]);
  return await serveHttp({
    apollo: tracedEndpoint(slice.name, slice.server),
    context: (request, body) =>
      Promise.resolve(
        slice.context(
          { ...sliceRequest(request.headers), signal: requestSignalOf(request) },
          "graph",
          askedOfGraph(body),
        ),
      ),
    host,
    port,
    routes: {
      ...Object.fromEntries(portRoutes),
      "POST /events": async ({ headers, body }) => {
        const text = body.toString("utf8");
        if (!signedByASlice(text, headers[eventsSignatureHeader], eventsKey))
          return json(401, { code: "UNSIGNED_VIEWER" });
        return await answered(async () => {
          await slice.receive(eventBatchSchema.parse(JSON.parse(text)) satisfies readonly EventEnvelope[]);
          return {};
        });
      },
      "GET /health": () => Promise.resolve(json(200, { status: "ok" })),
      "GET /ready": async () =>
        (await slice.healthy())
          ? json(200, { status: "ready", audit: await slice.auditState() })
          : json(503, { status: "no database" }),
    },
    bodyLimitBytes: 8 * 1024 * 1024,
    // A viewer, and the delegations beside it, each name up to 500 agencies that the viewer serves.
    headerLimitBytes: 256 * 1024,
  });
}

function sliceRequest(headers: IncomingHttpHeaders): SliceRequest {
  const one = (name: string): string | undefined => {
    const value = headers[name];
    return typeof value === "string" ? value : undefined;
  };
  return {
    viewerToken: one(viewerHeader),
    proof: one(proofHeader),
    delegations: parseDelegations(one(delegationHeader)),
    operation: one(operationHeader) ?? "unnamed",
  };
}

const json = (status: number, body: unknown): RouteAnswer => ({ status, body: JSON.stringify(body) });

async function answered(answer: () => Promise<unknown>): Promise<RouteAnswer> {
  try {
    return json(200, await answer());
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return json(400, { code: "BAD_REQUEST" });
    const code = error instanceof GraphQLError ? error.extensions["code"] : undefined;
    if (isErrorCode(code)) return json(Math.max(errorCatalogue[code].status, 400), { code });
    throw error;
  }
}
