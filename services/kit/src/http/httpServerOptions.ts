import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { ApolloServer, BaseContext } from "@apollo/server";
import type { LoadLimits } from "./loadShedder";
import type { HttpAnswer } from "./httpAnswer";

/** A request to a plain route, its body already read within the limit. */
export interface RouteRequest {
  readonly headers: IncomingHttpHeaders;
  readonly url: string;
  readonly body: Buffer;
  readonly remoteAddress: string | undefined;
}

/** The answer of a plain route; `content-type` is JSON and `cache-control` is `no-store` unless it says otherwise. */
export interface RouteAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** Answers one method of one path beside the graph. */
export type RouteHandler = (request: RouteRequest) => Promise<RouteAnswer>;

/** What answers GraphQL requests behind the door: an Apollo Server, or what stands for one. */
export type GraphEndpoint<C extends BaseContext> = Pick<ApolloServer<C>, "executeHTTPGraphQLRequest">;

/** Decides whether a request is executed or gets the answer of another. */
export type ShareAnswer = (
  request: IncomingMessage,
  body: Buffer,
  execute: () => Promise<HttpAnswer>,
) => Promise<HttpAnswer>;

/** What `serveHttp` needs; the Apollo Server must have been started, and is stopped by its owner after `close`. */
export interface HttpServerOptions<C extends BaseContext> {
  readonly apollo: GraphEndpoint<C>;
  readonly context: (request: IncomingMessage, body: unknown) => Promise<C>;
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Where `port` is taken, try the next 20. */
  readonly portFallback?: boolean;
  /** Default `/graphql`. */
  readonly graphqlPath?: string;
  /** Keyed by method and path, such as `GET /health`; a GET route answers HEAD too. */
  readonly routes?: Readonly<Record<string, RouteHandler>>;
  /** Default 1 MiB. */
  readonly bodyLimitBytes?: number;
  /** Time to answer, from the arrival of the headers; sending the answer may take as long again. Default 30 s. */
  readonly requestTimeoutMs?: number;
  /** Time for the request line and headers to arrive. Default 10 s, never more than `requestTimeoutMs`. */
  readonly headersTimeoutMs?: number;
  /** Request line and headers together. Default 16 KiB. */
  readonly headerLimitBytes?: number;
  /** Time that a connection stays open between two requests. Default 75 s: longer than what usually stands in front keeps it. */
  readonly keepAliveTimeoutMs?: number;
  /** Whether answers of some size are compressed for clients that take them so. Default true. */
  readonly compression?: boolean;
  /** Origins whose scripts may read answers, exactly as browsers send them; none by default, never with credentials. */
  readonly cors?: { readonly origins: readonly string[] };
  /** From when on requests are sent away, health checks excepted; without it none is. */
  readonly load?: LoadLimits;
  /**
   * Answers a POST whose body was read, by `execute` or by an answer that another request like it gets at this moment. By
   * default each is executed.
   */
  readonly share?: ShareAnswer;
  /** The page for a browser that opens the graph's URL. */
  readonly htmlPage?: (request: IncomingMessage) => RouteAnswer;
  /** Told of what the caller is not: the failures behind masked answers. */
  readonly reportError?: (error: unknown, requestId: string) => void;
}

/** The options with every default in place. */
export interface HttpSettings<C extends BaseContext> extends HttpServerOptions<C> {
  readonly graphqlPath: string;
  readonly routes: Readonly<Record<string, RouteHandler>>;
  readonly bodyLimitBytes: number;
  readonly requestTimeoutMs: number;
  readonly headersTimeoutMs: number;
  readonly headerLimitBytes: number;
  readonly keepAliveTimeoutMs: number;
  readonly compression: boolean;
}

/** Fills in the defaults. */
export function httpSettings<C extends BaseContext>(options: HttpServerOptions<C>): HttpSettings<C> {
  const requestTimeoutMs = options.requestTimeoutMs ?? 30_000;
  return {
    ...options,
    graphqlPath: options.graphqlPath ?? "/graphql",
    routes: options.routes ?? {},
    bodyLimitBytes: options.bodyLimitBytes ?? 1024 * 1024,
    requestTimeoutMs,
    headerLimitBytes: options.headerLimitBytes ?? 16 * 1024,
    keepAliveTimeoutMs: options.keepAliveTimeoutMs ?? 75_000,
    compression: options.compression ?? true,
    headersTimeoutMs: Math.min(options.headersTimeoutMs ?? 10_000, requestTimeoutMs),
  };
}
