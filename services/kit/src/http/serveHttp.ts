import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { BaseContext } from "@apollo/server";
import { answerClientError } from "./answerClientError";
import { HttpDoor } from "./httpDoor";
import { httpSettings, type HttpServerOptions, type HttpSettings } from "./httpServerOptions";
import { listen } from "./listen";
import { announcesTooMuch } from "./readBody";

/** A listening server. */
export interface HttpServer {
  /** The graph's address, such as `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  /** The server's address without a path, such as `http://127.0.0.1:4000`. */
  readonly origin: string;
  /** The port it listens on, which under `portFallback` may not be the one asked for. */
  readonly port: number;
  /** Refuses new requests, lets those under way finish within `graceMs`, then frees the port. */
  readonly close: (graceMs: number) => Promise<void>;
}

/** Listens for GraphQL over HTTP on behalf of a started Apollo Server, with plain routes beside it. */
export async function serveHttp<C extends BaseContext>(options: HttpServerOptions<C>): Promise<HttpServer> {
  const settings = httpSettings(options);
  const server = createNodeServer(settings);
  const door = new HttpDoor(settings, server);
  attach(server, door, settings.bodyLimitBytes);
  const port = await listen(server, settings);
  const origin = `http://${visitable(settings.host)}:${port}`;
  return { url: `${origin}${settings.graphqlPath}`, origin, port, close: (graceMs) => door.close(graceMs) };
}

function createNodeServer<C extends BaseContext>(settings: HttpSettings<C>): Server {
  const { headersTimeoutMs, requestTimeoutMs, headerLimitBytes, keepAliveTimeoutMs } = settings;
  return createServer({
    maxHeaderSize: headerLimitBytes,
    // Where this were shorter than what a load balancer keeps (60 s, mostly), it would send requests to connections that end.
    keepAliveTimeout: keepAliveTimeoutMs,
    headersTimeout: headersTimeoutMs,
    // The door's own deadline comes first and answers in the client's language; this one is the net below it.
    requestTimeout: headersTimeoutMs + requestTimeoutMs,
    // Node enforces both only at this interval, 30 s unless told.
    connectionsCheckingInterval: Math.max(50, Math.min(1_000, headersTimeoutMs / 2)),
  });
}

function attach<C extends BaseContext>(server: Server, door: HttpDoor<C>, bodyLimitBytes: number): void {
  server.on("connection", (socket: Socket) => door.exchanges.follow(socket));
  server.on("request", (request: IncomingMessage, response: ServerResponse) => void door.handle(request, response));
  server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    if (!announcesTooMuch(request, bodyLimitBytes)) {
      response.writeContinue();
    }
    void door.handle(request, response);
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    if (door.exchanges.isBusy(socket)) {
      // Words of ours in the middle of another answer would corrupt it.
      socket.destroy();
      return;
    }
    answerClientError(error, socket);
  });
}

function visitable(host: string): string {
  if (host === "0.0.0.0" || host === "::") {
    return "localhost";
  }
  return host.includes(":") ? `[${host}]` : host;
}
